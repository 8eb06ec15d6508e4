<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AnswerArea</name>
    <message>
        <source>Yes</source>
        <extracomment>An answer</extracomment>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <extracomment>An answer</extracomment>
        <translation>No</translation>
    </message>
    <message>
        <source>Something else:</source>
        <extracomment>Over a line to type an answer that is not in the list</extracomment>
        <translation>Otra cosa:</translation>
    </message>
    <message>
        <source>Your own words</source>
        <extracomment>Name of the line to type an answer of one&apos;s own, for a screen reader</extracomment>
        <translation>Sus propias palabras</translation>
    </message>
    <message>
        <source>Tap here to write</source>
        <extracomment>In an empty text field</extracomment>
        <translation>Toque aquí para escribir</translation>
    </message>
</context>
<context>
    <name>AttractScreen</name>
    <message>
        <source>Staff</source>
        <extracomment>On the screen for patients, in its corner: the way in for the people of the practice.</extracomment>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>No molestar</translation>
    </message>
    <message>
        <source>Do not disturb: on</source>
        <translation>No molestar: activado</translation>
    </message>
</context>
<context>
    <name>AuditScreen</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Who did what</source>
        <translation>Quién hizo qué</translation>
    </message>
</context>
<context>
    <name>CancelScreen</name>
    <message>
        <source>Delete my answers</source>
        <extracomment>Button: deletes the answers and ends the survey</extracomment>
        <translation>Borrar mis respuestas</translation>
    </message>
    <message>
        <source>Keep going</source>
        <extracomment>Button: back to the question</extracomment>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Do you want to stop?</source>
        <translation>¿Quiere parar?</translation>
    </message>
    <message>
        <source>If you stop now, your answers are deleted. Nobody will see them.</source>
        <translation>Si para ahora, sus respuestas se borran. Nadie las verá.</translation>
    </message>
    <message>
        <source>Delete this</source>
        <translation>Borrar esto</translation>
    </message>
    <message>
        <source>If you stop now, what you entered here is deleted. What you finished before stays with the practice.</source>
        <translation>Si para ahora, se borra lo que escribió aquí. Lo que terminó antes se queda en el consultorio.</translation>
    </message>
</context>
<context>
    <name>ChooseScreen</name>
    <message>
        <source>Back</source>
        <extracomment>Button: one screen back</extracomment>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>What would you like to tell us about?</source>
        <extracomment>Heading over the list of surveys</extracomment>
        <translation>¿De qué nos quiere hablar?</translation>
    </message>
    <message>
        <source>It is up to you. Your answers are locked away and go to the practice only.</source>
        <extracomment>Under the heading. &quot;Locked away&quot;: encrypted</extracomment>
        <translation>Usted decide. Sus respuestas se guardan bajo llave y son solo para el consultorio.</translation>
    </message>
    <message>
        <source>I have a number</source>
        <extracomment>Button: to where the number is typed that the practice gave to some people</extracomment>
        <translation>Tengo un número</translation>
    </message>
</context>
<context>
    <name>CodeScreen</name>
    <message>
        <source>Please check the number: one of its digits is different from your slip.</source>
        <translation>Revise el número: uno de los dígitos no es igual al de su papel.</translation>
    </message>
    <message>
        <source>This kiosk does not know the number. Please ask at the front desk.</source>
        <translation>Este aparato no conoce el número. Pregunte en la recepción.</translation>
    </message>
    <message>
        <source>The questions for this number are not there in this language. Please ask at the front desk.</source>
        <translation>Las preguntas de este número no están en este idioma. Pregunte en la recepción.</translation>
    </message>
    <message>
        <source>The number has 8 digits.</source>
        <translation>El número tiene 8 dígitos.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>I have no number</source>
        <extracomment>Button: to the list of surveys</extracomment>
        <translation>No tengo número</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>What is the number on your slip?</source>
        <extracomment>Heading over the digits; the practice gave the person a slip with them</extracomment>
        <translation>¿Qué número hay en su papel?</translation>
    </message>
    <message>
        <source>It has 8 digits. If you have no slip, please ask at the front desk.</source>
        <translation>Tiene 8 dígitos. Si no tiene un papel, pregunte en la recepción.</translation>
    </message>
    <message>
        <source>It has 8 digits. It tells us which questions are for you.</source>
        <translation>Tiene 8 dígitos. Nos dice qué preguntas son para usted.</translation>
    </message>
    <message>
        <source>Number on your slip</source>
        <translation>Número de su papel</translation>
    </message>
</context>
<context>
    <name>ComfortBar</name>
    <message>
        <source>Text and sound</source>
        <extracomment>Button in the corner of each screen: to the screen for text size, contrast and voice</extracomment>
        <translation>Texto y sonido</translation>
    </message>
    <message>
        <source>Aa</source>
        <extracomment>Sign for &quot;size of the letters&quot;</extracomment>
        <translation>Aa</translation>
    </message>
</context>
<context>
    <name>ComfortScreen</name>
    <message>
        <source>Text and sound</source>
        <extracomment>Top of the screen for text size, contrast and voice</extracomment>
        <translation>Texto y sonido</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>Button: back to where one was</extracomment>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Size of the letters</source>
        <extracomment>Heading over 100 % to 300 %</extracomment>
        <translation>Tamaño de las letras</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A text size; %1 is a number</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>High contrast: light letters on black</source>
        <extracomment>White letters on black, to be switched on</extracomment>
        <translation>Alto contraste: letras claras sobre negro</translation>
    </message>
    <message>
        <source>Read the screen aloud</source>
        <extracomment>The voice, to be switched on</extracomment>
        <translation>Leer la pantalla en voz alta</translation>
    </message>
    <message>
        <source>Speed of the voice</source>
        <extracomment>Heading over slow to very fast</extracomment>
        <translation>Velocidad de la voz</translation>
    </message>
    <message>
        <source>Slow</source>
        <extracomment>Of the voice</extracomment>
        <translation>Lenta</translation>
    </message>
    <message>
        <source>Normal</source>
        <extracomment>Speed of the voice</extracomment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Fast</source>
        <extracomment>Of the voice</extracomment>
        <translation>Rápida</translation>
    </message>
    <message>
        <source>Very fast</source>
        <extracomment>Of the voice</extracomment>
        <translation>Muy rápida</translation>
    </message>
    <message>
        <source>How loud the voice is</source>
        <extracomment>Heading over quiet to loud</extracomment>
        <translation>Volumen de la voz</translation>
    </message>
    <message>
        <source>Quiet</source>
        <extracomment>Of the voice</extracomment>
        <translation>Bajo</translation>
    </message>
    <message>
        <source>Usual</source>
        <extracomment>Volume of the voice</extracomment>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Loud</source>
        <extracomment>Of the voice</extracomment>
        <translation>Alto</translation>
    </message>
    <message>
        <source>How long the frame stays</source>
        <extracomment>Heading over 1 to 6 seconds, for somebody who has one switch</extracomment>
        <translation>Cuánto tiempo se detiene el marco</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>A time; %1 is a number of seconds</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Hide the screen</source>
        <extracomment>Button: makes the screen black, for somebody who listens and wants nobody to read along</extracomment>
        <translation>Ocultar la pantalla</translation>
    </message>
    <message>
        <source>The voice goes on. Tap anywhere, or press the help key, to see the screen again.</source>
        <translation>La voz continúa. Toque en cualquier lugar, o presione la tecla de ayuda, para volver a ver la pantalla.</translation>
    </message>
</context>
<context>
    <name>CleaningScreen</name>
    <message>
        <source>The screen can be wiped now</source>
        <translation>Ya se puede limpiar la pantalla</translation>
    </message>
    <message>
        <source>Touch does nothing until the count ends. To end it now, keep one finger on the top right corner for 3 seconds.</source>
        <translation>Tocar no hace nada hasta que termine la cuenta. Para terminar ya, deje un dedo 3 segundos en la esquina superior derecha.</translation>
    </message>
</context>
<context>
    <name>ContactOffer</name>
    <message>
        <source>Would you like us to call you?</source>
        <translation>¿Quiere que le llamemos?</translation>
    </message>
    <message>
        <source>Leave your name and number. They are sent apart from your answers.</source>
        <translation>Deje su nombre y número. Se envían aparte de sus respuestas.</translation>
    </message>
    <message>
        <source>Yes, please call me</source>
        <extracomment>Button on the last screen: to the form that asks for name and number</extracomment>
        <translation>Sí, llámenme</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Saving…</source>
        <extracomment>Shown only when the disk is slow</extracomment>
        <translation>Guardando…</translation>
    </message>
</context>
<context>
    <name>GivenAnswers</name>
    <message>
        <source>Remove</source>
        <extracomment>Button beside one of several answers</extracomment>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <extracomment>Name of that button for a screen reader; %1 is the answer</extracomment>
        <translation>Quitar: %1</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>I am still here</source>
        <extracomment>Button: the person is still there</extracomment>
        <translation>Sigo aquí</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message>
        <source>When the count ends, the screen is cleared, so that nobody else sees your answers. Tap anywhere to go on.</source>
        <translation>Cuando termine la cuenta, se borrará la pantalla para que nadie más vea sus respuestas. Toque la pantalla para seguir.</translation>
    </message>
</context>
<context>
    <name>LanguageButton</name>
    <message>
        <source>Language</source>
        <extracomment>Button: to the list of languages</extracomment>
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>LanguageScreen</name>
    <message>
        <source>Back</source>
        <extracomment>Button: one screen back</extracomment>
        <translation>Atrás</translation>
    </message>
</context>
<context>
    <name>NotSavedScreen</name>
    <message>
        <source>We could not hand in your answers yet</source>
        <translation>Todavía no pudimos entregar sus respuestas</translation>
    </message>
    <message>
        <source>We could not delete your answers yet</source>
        <translation>Todavía no pudimos borrar sus respuestas</translation>
    </message>
    <message>
        <source>We could not save your last answer</source>
        <translation>No pudimos guardar su última respuesta</translation>
    </message>
    <message>
        <source>They are saved and locked away. Please try again. If that does not help, tell the front desk. You do not have to answer again.</source>
        <translation>Están guardadas bajo llave. Por favor, pruebe otra vez. Si no funciona, avise en la recepción. No tiene que contestar de nuevo.</translation>
    </message>
    <message>
        <source>Please try again. If that does not help, tell the front desk.</source>
        <translation>Por favor, pruebe otra vez. Si no funciona, avise en la recepción.</translation>
    </message>
    <message>
        <source>The answers before it are safe. Please try again. If that does not help, tell the front desk.</source>
        <translation>Las respuestas anteriores están a salvo. Por favor, pruebe otra vez. Si no funciona, avise en la recepción.</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>Button: tries again to save</extracomment>
        <translation>Probar otra vez</translation>
    </message>
</context>
<context>
    <name>OutOfServiceScreen</name>
    <message>
        <source>There are no questions to answer right now. Front desk: no survey is set up for this kiosk.</source>
        <extracomment>For the front desk</extracomment>
        <translation>Ahora no hay preguntas que contestar. Recepción: este quiosco no tiene ninguna encuesta preparada.</translation>
    </message>
    <message>
        <source>It has no room left to save answers. Front desk: please check the network. Answers already given are safe.</source>
        <extracomment>For the front desk</extracomment>
        <translation>No le queda espacio para guardar respuestas. Recepción: por favor, revise la red. Las respuestas ya dadas están a salvo.</translation>
    </message>
    <message>
        <source>It needs repair. Front desk: please call for help.</source>
        <extracomment>For the front desk</extracomment>
        <translation>Necesita una reparación. Recepción: por favor, pida ayuda.</translation>
    </message>
    <message>
        <source>It cannot save answers. Front desk: please call for help. Answers already given are safe.</source>
        <extracomment>For the front desk</extracomment>
        <translation>No puede guardar respuestas. Recepción: por favor, pida ayuda. Las respuestas ya dadas están a salvo.</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>Button on the out-of-service screen</extracomment>
        <translation>Probar otra vez</translation>
    </message>
    <message>
        <source>Sorry, this kiosk is taking a break</source>
        <translation>Disculpe, este quiosco está en pausa</translation>
    </message>
    <message>
        <source>Please talk to the front desk. Thank you.</source>
        <translation>Por favor, hable con la recepción. Gracias.</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
</context>
<context>
    <name>PageEntries</name>
    <message>
        <source>Yes</source>
        <extracomment>An answer</extracomment>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Digits typed: %1</source>
        <extracomment>Name of the field that hides a PIN: how many digits were typed.</extracomment>
        <translation>Dígitos escritos: %1</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>Name of the key that takes away the last digit.</extracomment>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>Enter your one-time code</source>
        <translation>Escriba su código de un solo uso</translation>
    </message>
    <message>
        <source>Choose a PIN</source>
        <translation>Elija un PIN</translation>
    </message>
    <message>
        <source>Enter the PIN again</source>
        <translation>Escriba el PIN otra vez</translation>
    </message>
    <message>
        <source>Enter your PIN</source>
        <translation>Escriba su PIN</translation>
    </message>
    <message>
        <source>The 12 digits you were given. They work once on this kiosk.</source>
        <translation>Los 12 dígitos que le dieron. Sirven una sola vez en este quiosco.</translation>
    </message>
    <message>
        <source>6 to 12 digits that only you know. No date, no row such as 123456.</source>
        <translation>De 6 a 12 dígitos que solo usted sepa. Ni una fecha ni una serie como 123456.</translation>
    </message>
    <message>
        <source>So that no slip of the finger locks you out.</source>
        <translation>Para que un error al tocar no le deje fuera.</translation>
    </message>
    <message>
        <source>This code is not right, or it was used before.</source>
        <translation>Este código no es correcto o ya se usó.</translation>
    </message>
    <message>
        <source>This PIN is not right.</source>
        <translation>Este PIN no es correcto.</translation>
    </message>
    <message>
        <source>Too many wrong tries. You can try again in %1.</source>
        <translation>Demasiados intentos fallidos. Puede volver a intentarlo en %1.</translation>
    </message>
    <message>
        <source>This PIN is closed after too many wrong tries. Use a one-time code to choose another.</source>
        <translation>Este PIN está cerrado tras demasiados intentos fallidos. Elija otro con un código de un solo uso.</translation>
    </message>
    <message>
        <source>Nobody can sign in now: this kiosk may have been put back to an old state. It opens when it has reached the server.</source>
        <translation>Ahora nadie puede entrar: es posible que este quiosco se haya devuelto a un estado anterior. Se abrirá cuando contacte con el servidor.</translation>
    </message>
    <message>
        <source>A PIN has at least 6 digits.</source>
        <translation>Un PIN tiene al menos 6 dígitos.</translation>
    </message>
    <message>
        <source>This PIN is easy to guess. Please choose another.</source>
        <translation>Este PIN es fácil de adivinar. Elija otro.</translation>
    </message>
    <message>
        <source>The two were not the same. Please choose again.</source>
        <translation>No eran iguales. Elija de nuevo.</translation>
    </message>
    <message>
        <source>The kiosk could not save this. Please try again.</source>
        <translation>El quiosco no pudo guardarlo. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>I have a one-time code</source>
        <extracomment>Button: instead of the PIN</extracomment>
        <translation>Tengo un código de un solo uso</translation>
    </message>
    <message>
        <source>Enter</source>
        <extracomment>Button: the PIN or code is complete</extracomment>
        <translation>Entrar</translation>
    </message>
</context>
<context>
    <name>PlanRow</name>
    <message>
        <source>Done</source>
        <extracomment>In place of how long it takes</extracomment>
        <translation>Listo</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>PlanScreen</name>
    <message>
        <source>Stop here</source>
        <extracomment>Button: ends the visit; what is finished stays with the practice</extracomment>
        <translation>Parar aquí</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>Buttons: to the first question, or to the next part</extracomment>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Thank you. This part is done.</source>
        <translation>Gracias. Esta parte está lista.</translation>
    </message>
    <message>
        <source>These questions are for you</source>
        <translation>Estas preguntas son para usted</translation>
    </message>
    <message>
        <source>What is left takes about %1 min. If you stop here, what is done stays with the practice.</source>
        <extracomment>%1 is a number of minutes</extracomment>
        <translation>Lo que falta toma unos %1 min. Si para aquí, lo que ya hizo se queda en el consultorio.</translation>
    </message>
    <message>
        <source>In all about %1 min. Your answers are locked away and go to the practice only.</source>
        <translation>En total unos %1 min. Sus respuestas se guardan bajo llave y son solo para el consultorio.</translation>
    </message>
</context>
<context>
    <name>ProblemNotice</name>
    <message>
        <source>Please enter a number from %1 to %2.</source>
        <translation>Escriba un número del %1 al %2.</translation>
    </message>
    <message>
        <source>Please enter a number that is %1 or more.</source>
        <translation>Escriba un número que sea %1 o más.</translation>
    </message>
    <message>
        <source>Please enter a number that is %1 or less.</source>
        <translation>Escriba un número que sea %1 o menos.</translation>
    </message>
    <message>
        <source>This question needs an answer.</source>
        <translation>Esta pregunta necesita una respuesta.</translation>
    </message>
    <message>
        <source>Please give an answer, or tap “Prefer not to answer”.</source>
        <extracomment>Repeats the words of the button &quot;Prefer not to answer&quot;</extracomment>
        <translation>Dé una respuesta, o toque «Prefiero no contestar».</translation>
    </message>
    <message>
        <source>Please enter a number.</source>
        <translation>Escriba un número.</translation>
    </message>
    <message>
        <source>Please enter a day that can be right.</source>
        <translation>Elija un día que pueda ser correcto.</translation>
    </message>
    <message>
        <source>Please check this answer.</source>
        <translation>Revise esta respuesta, por favor.</translation>
    </message>
    <message>
        <source>Please enter a time that can be right.</source>
        <translation>Escriba una hora que pueda ser correcta.</translation>
    </message>
    <message>
        <source>Please sign first.</source>
        <translation>Primero firme, por favor.</translation>
    </message>
</context>
<context>
    <name>QuestionEntry</name>
    <message>
        <source>Yes</source>
        <extracomment>An answer</extracomment>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>More about this: %1</source>
        <extracomment>%1 is the address of a page on the internet: the kiosk does not open it</extracomment>
        <translation>Más sobre esto: %1</translation>
    </message>
    <message>
        <source>Legal information</source>
        <extracomment>Opens a text of law that belongs to a question</extracomment>
        <translation>Información legal</translation>
    </message>
</context>
<context>
    <name>QuestionScreen</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>Where one is in a survey: question %1 of %2</extracomment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button: one screen back</extracomment>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Prefer not to answer</source>
        <extracomment>Button: leaves this question without an answer</extracomment>
        <translation>Prefiero no contestar</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>Button: to the next question</extracomment>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>Button: give up this survey (a second screen asks whether to delete the answers)</extracomment>
        <translation>Parar</translation>
    </message>
    <message>
        <source>All questions</source>
        <extracomment>Button: to the list of all questions, to go on with any of them</extracomment>
        <translation>Todas las preguntas</translation>
    </message>
</context>
<context>
    <name>RepetitionEnd</name>
    <message>
        <source>Remove this</source>
        <extracomment>Button: takes away one entry of a list, for example one medicine</extracomment>
        <translation>Quitar esto</translation>
    </message>
    <message>
        <source>Remove this: %1</source>
        <extracomment>Name of that button for a screen reader; %1 is the entry</extracomment>
        <translation>Quitar esto: %1</translation>
    </message>
    <message>
        <source>Remove “%1” with its answers?</source>
        <extracomment>%1 is what an entry of a list is called, for example &quot;Medicine (2)&quot;</extracomment>
        <translation>¿Quitar «%1» con sus respuestas?</translation>
    </message>
    <message>
        <source>Yes, remove it</source>
        <extracomment>Button: removes it, after the question</extracomment>
        <translation>Sí, quitar</translation>
    </message>
    <message>
        <source>Keep it</source>
        <extracomment>Button: does not remove it</extracomment>
        <translation>Dejarlo</translation>
    </message>
</context>
<context>
    <name>ReviewRow</name>
    <message>
        <source>Yes</source>
        <extracomment>An answer</extracomment>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <extracomment>An answer</extracomment>
        <translation>No</translation>
    </message>
    <message>
        <source>No answer</source>
        <extracomment>In the list of answers, where the person gave none</extracomment>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>Button beside an answer</extracomment>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <extracomment>Name of that button for a screen reader; %1 is the question</extracomment>
        <translation>Cambiar: %1</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Back</source>
        <extracomment>Button: one screen back</extracomment>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>Button: hands in the answers</extracomment>
        <translation>Terminar</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>Button: give up this survey (a second screen asks whether to delete the answers)</extracomment>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Please check your answers</source>
        <translation>Revise sus respuestas, por favor</translation>
    </message>
    <message>
        <source>If all is right, tap Finish. After that nobody can change them, and only the practice can read them.</source>
        <translation>Si todo está bien, toque Terminar. Después nadie puede cambiarlas, y solo el consultorio puede leerlas.</translation>
    </message>
    <message>
        <source>Choose any question</source>
        <extracomment>Heading of the list of answers, before they are handed in</extracomment>
        <translation>Elija cualquier pregunta</translation>
    </message>
</context>
<context>
    <name>SafetyScreen</name>
    <message>
        <source>I understand</source>
        <extracomment>Button under the words of help</extracomment>
        <translation>Entiendo</translation>
    </message>
    <message>
        <source>You are not alone with this</source>
        <extracomment>Heading of the screen for somebody who may be in danger</extracomment>
        <translation>No tiene que pasar por esto a solas</translation>
    </message>
    <message>
        <source>Call %1</source>
        <extracomment>%1 is a telephone number</extracomment>
        <translation>Llame al %1</translation>
    </message>
    <message>
        <source>You can also talk to the front desk right now. They are here to help.</source>
        <translation>También puede hablar ahora mismo con la recepción. Están para ayudarle.</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Two people of the practice sign them. They cannot be changed here.</source>
        <translation>Los firman dos personas del consultorio. Aquí no se pueden cambiar.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Consultorio</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>Encuestas</translation>
    </message>
    <message>
        <source>Asks if somebody is there after</source>
        <translation>Pregunta si hay alguien después de</translation>
    </message>
    <message>
        <source>Then clears the screen after</source>
        <translation>Luego borra la pantalla después de</translation>
    </message>
    <message>
        <source>Help in need</source>
        <translation>Ayuda en caso de necesidad</translation>
    </message>
    <message>
        <source>Nobody is named</source>
        <translation>No se nombra a nadie</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logotipo</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Asks who answers</source>
        <translation>Pregunta quién responde</translation>
    </message>
    <message>
        <source>Sensor: covers the screen when nobody is there for</source>
        <translation>Sensor: cubre la pantalla si no hay nadie durante</translation>
    </message>
    <message>
        <source>What happens with the answers</source>
        <translation>Qué pasa con las respuestas</translation>
    </message>
    <message>
        <source>Offers to call back</source>
        <translation>Ofrece devolver la llamada</translation>
    </message>
    <message>
        <source>Visit numbers</source>
        <translation>Números de visita</translation>
    </message>
    <message>
        <source>News on the first screen</source>
        <translation>Noticias en la primera pantalla</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Dónde está</translation>
    </message>
    <message>
        <source>Dark from, to</source>
        <translation>Oscura de, a</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Sin definir</translation>
    </message>
    <message>
        <source>At a bedside</source>
        <translation>Junto a una cama</translation>
    </message>
    <message>
        <source>In a waiting room</source>
        <translation>En una sala de espera</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the parts of a list</extracomment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>SignScreen</name>
    <message>
        <source>Back</source>
        <extracomment>Button: one screen back</extracomment>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Sign and finish</source>
        <extracomment>Button: signs and hands in the answers</extracomment>
        <translation>Firmar y terminar</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>Button: give up this survey (a second screen asks whether to delete the answers)</extracomment>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Please sign</source>
        <translation>Firme, por favor</translation>
    </message>
    <message>
        <source>With your signature you say that your answers are right. Draw it with your finger, or type your full name.</source>
        <translation>Con su firma dice que sus respuestas son correctas. Dibújela con el dedo o escriba su nombre completo.</translation>
    </message>
    <message>
        <source>Your full name</source>
        <extracomment>Name of the field to sign with one&apos;s name, for a screen reader</extracomment>
        <translation>Su nombre completo</translation>
    </message>
    <message>
        <source>Type your full name</source>
        <extracomment>In the empty field to sign with one&apos;s name</extracomment>
        <translation>Escriba su nombre completo</translation>
    </message>
</context>
<context>
    <name>StaffMenuScreen</name>
    <message>
        <source>Notes of the program</source>
        <translation>Notas del programa</translation>
    </message>
    <message>
        <source>Erase this kiosk</source>
        <translation>Borrar este equipo</translation>
    </message>
    <message>
        <source>Take sealed records out by USB stick</source>
        <translation>Sacar registros sellados en una memoria USB</translation>
    </message>
    <message>
        <source>Start a survey for a patient</source>
        <translation>Empezar una encuesta para un paciente</translation>
    </message>
    <message>
        <source>Answer together with a patient</source>
        <translation>Responder junto con un paciente</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>Limpiar la pantalla</translation>
    </message>
    <message>
        <source>How is this kiosk?</source>
        <translation>¿Cómo está este quiosco?</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Who did what</source>
        <translation>Quién hizo qué</translation>
    </message>
    <message>
        <source>Restart the program</source>
        <translation>Reiniciar el programa</translation>
    </message>
    <message>
        <source>Sign off</source>
        <extracomment>Button: leaves the staff area</extracomment>
        <translation>Salir</translation>
    </message>
    <message>
        <source>The kiosk could not save this. Please try again.</source>
        <translation>El quiosco no pudo guardarlo. Inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>StaffNamesScreen</name>
    <message>
        <source>Back</source>
        <extracomment>Button: back to the screen for patients</extracomment>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Staff: who are you?</source>
        <extracomment>Over the names of the staff</extracomment>
        <translation>Personal: ¿quién es usted?</translation>
    </message>
    <message>
        <source>The kiosk cannot look this up: its disk refuses. Please try again.</source>
        <translation>El quiosco no puede consultarlo: su disco no responde. Inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>StatusScreen</name>
    <message>
        <source>Number %1: %2</source>
        <translation>Número %1: %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>How is this kiosk?</source>
        <translation>¿Cómo está este quiosco?</translation>
    </message>
    <message>
        <source>The server refused some records</source>
        <translation>El servidor rechazó algunos registros</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Por enviar</translation>
    </message>
    <message>
        <source>Safe with the server</source>
        <translation>A salvo en el servidor</translation>
    </message>
    <message>
        <source>Finished on this kiosk</source>
        <translation>Terminadas en este quiosco</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>Rechazadas por el servidor</translation>
    </message>
    <message>
        <source>Room left on the disk</source>
        <translation>Espacio libre en el disco</translation>
    </message>
    <message>
        <source>Clock of the kiosk</source>
        <translation>Reloj del quiosco</translation>
    </message>
    <message>
        <source>Version of the program</source>
        <translation>Versión del programa</translation>
    </message>
    <message>
        <source>Version of forms and settings</source>
        <translation>Versión de formularios y ajustes</translation>
    </message>
    <message>
        <source>They need renewal by</source>
        <translation>Hay que renovarlos antes del</translation>
    </message>
    <message>
        <source>Number of the device</source>
        <translation>Número del aparato</translation>
    </message>
</context>
<context>
    <name>SurveyCard</name>
    <message>
        <source>%1 min</source>
        <extracomment>How long a survey takes; %1 is a number of minutes</extracomment>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>ThanksScreen</name>
    <message>
        <source>Done</source>
        <extracomment>Button: closes the last screen</extracomment>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>¡Gracias!</translation>
    </message>
    <message>
        <source>Your answers are locked away and go to the practice only. Nothing of them stays on this screen.</source>
        <translation>Sus respuestas se guardan bajo llave y son solo para el consultorio. Nada de ellas se queda en esta pantalla.</translation>
    </message>
    <message>
        <source>Your name and number are locked away and go to the practice only. Somebody from there will call you.</source>
        <translation>Su nombre y número se guardan bajo llave y son solo para el consultorio. Alguien de allí le llamará.</translation>
    </message>
</context>
<context>
    <name>ExportScreen</name>
    <message>
        <source>There is not enough room on the stick. Nothing was left on it.</source>
        <translation>No hay espacio suficiente en la memoria. No quedó nada en ella.</translation>
    </message>
    <message>
        <source>The stick cannot be written. Please use another one.</source>
        <translation>No se puede escribir en la memoria. Use otra, por favor.</translation>
    </message>
    <message>
        <source>The stick was pulled out or gave up. All records are still safe here.</source>
        <translation>La memoria se retiró o falló. Todos los registros siguen seguros aquí.</translation>
    </message>
    <message>
        <source>The stick does not give back what was written. Please use another one. All records are still safe here.</source>
        <translation>La memoria no devuelve lo que se escribió. Use otra, por favor. Todos los registros siguen seguros aquí.</translation>
    </message>
    <message>
        <source>The kiosk could not read its own disk. Please try again.</source>
        <translation>El equipo no pudo leer su propio disco. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>Button: interrupts the copying</extracomment>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Copy to the stick</source>
        <translation>Copiar a la memoria</translation>
    </message>
    <message>
        <source>Records to copy: %1</source>
        <translation>Registros por copiar: %1</translation>
    </message>
    <message>
        <source>Everything has reached the server</source>
        <translation>Todo ha llegado al servidor</translation>
    </message>
    <message>
        <source>Copying and checking…</source>
        <translation>Copiando y comprobando…</translation>
    </message>
    <message>
        <source>Please do not pull out the stick yet</source>
        <translation>No retire la memoria todavía</translation>
    </message>
    <message>
        <source>You can pull out the stick now</source>
        <translation>Ya puede retirar la memoria</translation>
    </message>
    <message>
        <source>Please plug in a USB stick</source>
        <translation>Conecte una memoria USB</translation>
    </message>
    <message>
        <source>Records on the stick, each one read back: %1. The practice takes them in with “practice-admin receive”.</source>
        <translation>Registros en la memoria, comprobados uno por uno: %1. El consultorio los incorpora con «practice-admin receive».</translation>
    </message>
    <message>
        <source>The records are sealed: only the practice can open them. The kiosk keeps its own copies until they have reached the server.</source>
        <translation>Los registros están sellados: solo el consultorio puede abrirlos. El equipo guarda sus propias copias hasta que lleguen al servidor.</translation>
    </message>
</context>
<context>
    <name>ResetScreen</name>
    <message>
        <source>No, keep everything</source>
        <extracomment>Button: nothing is erased</extracomment>
        <translation>No, conservar todo</translation>
    </message>
    <message>
        <source>Are you sure? This cannot be undone.</source>
        <translation>¿Está seguro? Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>Erase everything on this kiosk?</source>
        <translation>¿Borrar todo en este equipo?</translation>
    </message>
    <message>
        <source>This kiosk cannot be erased from here. Nothing was erased.</source>
        <translation>Este equipo no se puede borrar desde aquí. No se borró nada.</translation>
    </message>
    <message>
        <source>Records that would be lost for good: %1</source>
        <translation>Registros que se perderían para siempre: %1</translation>
    </message>
    <message>
        <source>They have not reached the server. Take them out by USB stick first.</source>
        <translation>No han llegado al servidor. Sáquelos antes en una memoria USB.</translation>
    </message>
    <message>
        <source>Keys, settings and all records on it go. To be used again it has to be enrolled as a new kiosk.</source>
        <translation>Se eliminan claves, ajustes y todos los registros. Para usarlo de nuevo hay que inscribirlo como equipo nuevo.</translation>
    </message>
    <message>
        <source>Yes, I am sure: erase it</source>
        <translation>Sí, estoy seguro: borrarlo</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Borrar todo</translation>
    </message>
</context>
<context>
    <name>LogScreen</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Notes of the program</source>
        <translation>Notas del programa</translation>
    </message>
</context>
<context>
    <name>ErasingScreen</name>
    <message>
        <source>The kiosk is being erased and switches off</source>
        <translation>El equipo se está borrando y se apagará</translation>
    </message>
</context>
<context>
    <name>WhoScreen</name>
    <message>
        <source>I am the mother or father</source>
        <translation>Soy la madre o el padre</translation>
    </message>
    <message>
        <source>I am the son or daughter</source>
        <translation>Soy el hijo o la hija</translation>
    </message>
    <message>
        <source>I am the husband, wife or partner</source>
        <translation>Soy el esposo, la esposa o la pareja</translation>
    </message>
    <message>
        <source>I am another relative</source>
        <translation>Soy otro familiar</translation>
    </message>
    <message>
        <source>I am somebody else who helps</source>
        <translation>Soy otra persona que ayuda</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button: one screen back</extracomment>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Who are you to the patient?</source>
        <translation>¿Qué es usted del paciente?</translation>
    </message>
    <message>
        <source>Are you the patient?</source>
        <translation>¿Es usted el paciente?</translation>
    </message>
    <message>
        <source>Please answer as the patient would.</source>
        <translation>Responda como lo haría el paciente.</translation>
    </message>
    <message>
        <source>Yes, I answer for myself</source>
        <extracomment>To "Are you the patient?"</extracomment>
        <translation>Sí, respondo por mí</translation>
    </message>
    <message>
        <source>No, I answer for the patient</source>
        <translation>No, respondo por el paciente</translation>
    </message>
</context>
<context>
    <name>SignFilm</name>
    <message>
        <source>Sign language</source>
        <translation>Lengua de señas</translation>
    </message>
    <message>
        <source>This film cannot be played here.</source>
        <translation>Este video no se puede reproducir aquí.</translation>
    </message>
    <message>
        <source>The question in %1</source>
        <translation>La pregunta en %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>From the beginning</source>
        <translation>Desde el principio</translation>
    </message>
    <message>
        <source>Another sign language</source>
        <translation>Otra lengua de señas</translation>
    </message>
    <message>
        <source>Close the film</source>
        <translation>Cerrar el video</translation>
    </message>
</context>
</TS>
