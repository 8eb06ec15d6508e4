<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- A draft that no person has reviewed: practice-admin pack does not offer it unasked. -->
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AnswerArea</name>
    <message>
        <source>Yes</source>
        <extracomment>An answer</extracomment>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <extracomment>An answer</extracomment>
        <translation>لا</translation>
    </message>
    <message>
        <source>Something else:</source>
        <extracomment>Over a line to type an answer that is not in the list</extracomment>
        <translation>شيء آخر:</translation>
    </message>
    <message>
        <source>Your own words</source>
        <extracomment>Name of the line to type an answer of one&apos;s own, for a screen reader</extracomment>
        <translation>بكلماتك أنت</translation>
    </message>
    <message>
        <source>Tap here to write</source>
        <extracomment>In an empty text field</extracomment>
        <translation>المس هنا للكتابة</translation>
    </message>
</context>
<context>
    <name>AttractScreen</name>
    <message>
        <source>Staff</source>
        <extracomment>On the screen for patients, in its corner: the way in for the people of the practice.</extracomment>
        <translation>الموظفون</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>عدم الإزعاج</translation>
    </message>
    <message>
        <source>Do not disturb: on</source>
        <translation>عدم الإزعاج: مفعّل</translation>
    </message>
</context>
<context>
    <name>AuditScreen</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Who did what</source>
        <translation>من فعل ماذا</translation>
    </message>
</context>
<context>
    <name>CancelScreen</name>
    <message>
        <source>Delete my answers</source>
        <extracomment>Button: deletes the answers and ends the survey</extracomment>
        <translation>حذف إجاباتي</translation>
    </message>
    <message>
        <source>Keep going</source>
        <extracomment>Button: back to the question</extracomment>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Do you want to stop?</source>
        <translation>هل تريد التوقف؟</translation>
    </message>
    <message>
        <source>If you stop now, your answers are deleted. Nobody will see them.</source>
        <translation>عند التوقف الآن تُحذف إجاباتك ولن يراها أحد.</translation>
    </message>
    <message>
        <source>Delete this</source>
        <translation>حذف هذا</translation>
    </message>
    <message>
        <source>If you stop now, what you entered here is deleted. What you finished before stays with the practice.</source>
        <translation>عند التوقف الآن يُحذف ما أُدخل هنا. أما ما اكتمل من قبل فيبقى لدى العيادة.</translation>
    </message>
</context>
<context>
    <name>ChooseScreen</name>
    <message>
        <source>Back</source>
        <extracomment>Button: one screen back</extracomment>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>What would you like to tell us about?</source>
        <extracomment>Heading over the list of surveys</extracomment>
        <translation>عمَّ تودّ أن تخبرنا؟</translation>
    </message>
    <message>
        <source>It is up to you. Your answers are locked away and go to the practice only.</source>
        <extracomment>Under the heading. &quot;Locked away&quot;: encrypted</extracomment>
        <translation>الأمر يعود إليك. تُحفظ إجاباتك مقفلةً ولا تصل إلا إلى العيادة.</translation>
    </message>
    <message>
        <source>I have a number</source>
        <extracomment>Button: to where the number is typed that the practice gave to some people</extracomment>
        <translation>لديّ رقم</translation>
    </message>
</context>
<context>
    <name>CodeScreen</name>
    <message>
        <source>Please check the number: one of its digits is different from your slip.</source>
        <translation>يُرجى التحقق من الرقم: أحد أرقامه يختلف عمّا في الورقة.</translation>
    </message>
    <message>
        <source>This kiosk does not know the number. Please ask at the front desk.</source>
        <translation>هذا الجهاز لا يعرف الرقم. يُرجى السؤال في الاستقبال.</translation>
    </message>
    <message>
        <source>The questions for this number are not there in this language. Please ask at the front desk.</source>
        <translation>أسئلة هذا الرقم غير متوفرة بهذه اللغة. يُرجى السؤال في الاستقبال.</translation>
    </message>
    <message>
        <source>The number has 8 digits.</source>
        <translation>يتكون الرقم من 8 خانات.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>I have no number</source>
        <extracomment>Button: to the list of surveys</extracomment>
        <translation>ليس لديّ رقم</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>What is the number on your slip?</source>
        <extracomment>Heading over the digits; the practice gave the person a slip with them</extracomment>
        <translation>ما الرقم المكتوب في الورقة؟</translation>
    </message>
    <message>
        <source>It has 8 digits. If you have no slip, please ask at the front desk.</source>
        <translation>يتكون من 8 خانات. إن لم تكن هناك ورقة، فيُرجى السؤال في الاستقبال.</translation>
    </message>
    <message>
        <source>It has 8 digits. It tells us which questions are for you.</source>
        <translation>يتكون من 8 خانات، وبه نعرف الأسئلة المناسبة.</translation>
    </message>
    <message>
        <source>Number on your slip</source>
        <translation>الرقم في الورقة</translation>
    </message>
</context>
<context>
    <name>ComfortBar</name>
    <message>
        <source>Text and sound</source>
        <extracomment>Button in the corner of each screen: to the screen for text size, contrast and voice</extracomment>
        <translation>النص والصوت</translation>
    </message>
    <message>
        <source>Aa</source>
        <extracomment>Sign for &quot;size of the letters&quot;</extracomment>
        <translation>أب</translation>
    </message>
</context>
<context>
    <name>ComfortScreen</name>
    <message>
        <source>Text and sound</source>
        <extracomment>Top of the screen for text size, contrast and voice</extracomment>
        <translation>النص والصوت</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>Button: back to where one was</extracomment>
        <translation>تم</translation>
    </message>
    <message>
        <source>Size of the letters</source>
        <extracomment>Heading over 100 % to 300 %</extracomment>
        <translation>حجم الحروف</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A text size; %1 is a number</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>High contrast: light letters on black</source>
        <extracomment>White letters on black, to be switched on</extracomment>
        <translation>تباين عالٍ: حروف فاتحة على خلفية سوداء</translation>
    </message>
    <message>
        <source>Read the screen aloud</source>
        <extracomment>The voice, to be switched on</extracomment>
        <translation>قراءة الشاشة بصوت مسموع</translation>
    </message>
    <message>
        <source>Speed of the voice</source>
        <extracomment>Heading over slow to very fast</extracomment>
        <translation>سرعة الصوت</translation>
    </message>
    <message>
        <source>Slow</source>
        <extracomment>Of the voice</extracomment>
        <translation>بطيء</translation>
    </message>
    <message>
        <source>Normal</source>
        <extracomment>Speed of the voice</extracomment>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Fast</source>
        <extracomment>Of the voice</extracomment>
        <translation>سريع</translation>
    </message>
    <message>
        <source>Very fast</source>
        <extracomment>Of the voice</extracomment>
        <translation>سريع جدًا</translation>
    </message>
    <message>
        <source>How loud the voice is</source>
        <extracomment>Heading over quiet to loud</extracomment>
        <translation>مستوى صوت القراءة</translation>
    </message>
    <message>
        <source>Quiet</source>
        <extracomment>Of the voice</extracomment>
        <translation>منخفض</translation>
    </message>
    <message>
        <source>Usual</source>
        <extracomment>Volume of the voice</extracomment>
        <translation>متوسط</translation>
    </message>
    <message>
        <source>Loud</source>
        <extracomment>Of the voice</extracomment>
        <translation>مرتفع</translation>
    </message>
    <message>
        <source>How long the frame stays</source>
        <extracomment>Heading over 1 to 6 seconds, for somebody who has one switch</extracomment>
        <translation>مدة بقاء الإطار</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>A time; %1 is a number of seconds</extracomment>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>Hide the screen</source>
        <extracomment>Button: makes the screen black, for somebody who listens and wants nobody to read along</extracomment>
        <translation>إخفاء الشاشة</translation>
    </message>
    <message>
        <source>The voice goes on. Tap anywhere, or press the help key, to see the screen again.</source>
        <translation>يستمر الصوت. المس أي مكان أو اضغط مفتاح المساعدة لرؤية الشاشة من جديد.</translation>
    </message>
</context>
<context>
    <name>CleaningScreen</name>
    <message>
        <source>The screen can be wiped now</source>
        <translation>يمكن مسح الشاشة الآن</translation>
    </message>
    <message>
        <source>Touch does nothing until the count ends. To end it now, keep one finger on the top right corner for 3 seconds.</source>
        <translation>لا يعمل اللمس حتى ينتهي العدّ. لإنهائه الآن أبقِ إصبعًا على الزاوية العليا اليمنى 3 ثوانٍ.</translation>
    </message>
</context>
<context>
    <name>ContactOffer</name>
    <message>
        <source>Would you like us to call you?</source>
        <translation>هل من المناسب أن نتصل بك؟</translation>
    </message>
    <message>
        <source>Leave your name and number. They are sent apart from your answers.</source>
        <translation>يمكن ترك الاسم ورقم الهاتف. ويُرسَلان منفصلين عن الإجابات.</translation>
    </message>
    <message>
        <source>Yes, please call me</source>
        <extracomment>Button on the last screen: to the form that asks for name and number</extracomment>
        <translation>نعم، أرجو الاتصال بي</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>Saving…</source>
        <extracomment>Shown only when the disk is slow</extracomment>
        <translation>جارٍ الحفظ…</translation>
    </message>
</context>
<context>
    <name>GivenAnswers</name>
    <message>
        <source>Remove</source>
        <extracomment>Button beside one of several answers</extracomment>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <extracomment>Name of that button for a screen reader; %1 is the answer</extracomment>
        <translation>إزالة: %1</translation>
    </message>
</context>
<context>
    <name>IdleWarning</name>
    <message>
        <source>I am still here</source>
        <extracomment>Button: the person is still there</extracomment>
        <translation>ما زلت هنا</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message>
        <source>When the count ends, the screen is cleared, so that nobody else sees your answers. Tap anywhere to go on.</source>
        <translation>عند انتهاء العدّ تُمسح الشاشة كي لا يرى أحد غيرك إجاباتك. المس أي مكان للمتابعة.</translation>
    </message>
</context>
<context>
    <name>LanguageButton</name>
    <message>
        <source>Language</source>
        <extracomment>Button: to the list of languages</extracomment>
        <translation>اللغة</translation>
    </message>
</context>
<context>
    <name>LanguageScreen</name>
    <message>
        <source>Back</source>
        <extracomment>Button: one screen back</extracomment>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>NotSavedScreen</name>
    <message>
        <source>We could not hand in your answers yet</source>
        <translation>لم نتمكن من تسليم إجاباتك بعد</translation>
    </message>
    <message>
        <source>We could not delete your answers yet</source>
        <translation>لم نتمكن من حذف إجاباتك بعد</translation>
    </message>
    <message>
        <source>We could not save your last answer</source>
        <translation>لم نتمكن من حفظ إجابتك الأخيرة</translation>
    </message>
    <message>
        <source>They are saved and locked away. Please try again. If that does not help, tell the front desk. You do not have to answer again.</source>
        <translation>إجاباتك محفوظة ومقفلة. يُرجى المحاولة مرة أخرى. إن لم ينجح ذلك فيُرجى إبلاغ الاستقبال. لا حاجة إلى الإجابة من جديد.</translation>
    </message>
    <message>
        <source>Please try again. If that does not help, tell the front desk.</source>
        <translation>يُرجى المحاولة مرة أخرى. إن لم ينجح ذلك فيُرجى إبلاغ الاستقبال.</translation>
    </message>
    <message>
        <source>The answers before it are safe. Please try again. If that does not help, tell the front desk.</source>
        <translation>الإجابات السابقة محفوظة. يُرجى المحاولة مرة أخرى. إن لم ينجح ذلك فيُرجى إبلاغ الاستقبال.</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>Button: tries again to save</extracomment>
        <translation>المحاولة مرة أخرى</translation>
    </message>
</context>
<context>
    <name>OutOfServiceScreen</name>
    <message>
        <source>There are no questions to answer right now. Front desk: no survey is set up for this kiosk.</source>
        <extracomment>For the front desk</extracomment>
        <translation>لا توجد أسئلة للإجابة عنها الآن. إلى الاستقبال: لم يُجهَّز أي استبيان لهذه الشاشة.</translation>
    </message>
    <message>
        <source>It has no room left to save answers. Front desk: please check the network. Answers already given are safe.</source>
        <extracomment>For the front desk</extracomment>
        <translation>لم يبقَ مكان لحفظ الإجابات. إلى الاستقبال: يُرجى فحص الشبكة. الإجابات السابقة محفوظة.</translation>
    </message>
    <message>
        <source>It needs repair. Front desk: please call for help.</source>
        <extracomment>For the front desk</extracomment>
        <translation>يحتاج إلى إصلاح. إلى الاستقبال: يُرجى طلب المساعدة.</translation>
    </message>
    <message>
        <source>It cannot save answers. Front desk: please call for help. Answers already given are safe.</source>
        <extracomment>For the front desk</extracomment>
        <translation>لا يمكن حفظ الإجابات. إلى الاستقبال: يُرجى طلب المساعدة. الإجابات السابقة محفوظة.</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>Button on the out-of-service screen</extracomment>
        <translation>المحاولة مرة أخرى</translation>
    </message>
    <message>
        <source>Sorry, this kiosk is taking a break</source>
        <translation>عذرًا، هذه الشاشة متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>Please talk to the front desk. Thank you.</source>
        <translation>يُرجى التحدث إلى الاستقبال. شكرًا لك.</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>الموظفون</translation>
    </message>
</context>
<context>
    <name>PageEntries</name>
    <message>
        <source>Yes</source>
        <extracomment>An answer</extracomment>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Digits typed: %1</source>
        <extracomment>Name of the field that hides a PIN: how many digits were typed.</extracomment>
        <translation>عدد الأرقام المُدخلة: %1</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>Name of the key that takes away the last digit.</extracomment>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>Enter your one-time code</source>
        <translation>إدخال الرمز لمرة واحدة</translation>
    </message>
    <message>
        <source>Choose a PIN</source>
        <translation>اختيار رقم سري</translation>
    </message>
    <message>
        <source>Enter the PIN again</source>
        <translation>إدخال الرقم السري مرة أخرى</translation>
    </message>
    <message>
        <source>Enter your PIN</source>
        <translation>إدخال الرقم السري</translation>
    </message>
    <message>
        <source>The 12 digits you were given. They work once on this kiosk.</source>
        <translation>الأرقام الاثنا عشر التي استلمتها. تعمل مرة واحدة على هذه الشاشة.</translation>
    </message>
    <message>
        <source>6 to 12 digits that only you know. No date, no row such as 123456.</source>
        <translation>من 6 إلى 12 رقمًا لا يعرفها غيرك. لا تاريخ ولا تسلسل مثل 123456.</translation>
    </message>
    <message>
        <source>So that no slip of the finger locks you out.</source>
        <translation>كي لا يُغلق الحساب بسبب زلّة إصبع.</translation>
    </message>
    <message>
        <source>This code is not right, or it was used before.</source>
        <translation>هذا الرمز غير صحيح أو سبق استخدامه.</translation>
    </message>
    <message>
        <source>This PIN is not right.</source>
        <translation>الرقم السري غير صحيح.</translation>
    </message>
    <message>
        <source>Too many wrong tries. You can try again in %1.</source>
        <translation>محاولات خاطئة كثيرة. يمكن المحاولة مرة أخرى بعد %1.</translation>
    </message>
    <message>
        <source>This PIN is closed after too many wrong tries. Use a one-time code to choose another.</source>
        <translation>أُغلق هذا الرقم السري بعد محاولات خاطئة كثيرة. استخدم رمزًا لمرة واحدة لاختيار رقم آخر.</translation>
    </message>
    <message>
        <source>Nobody can sign in now: this kiosk may have been put back to an old state. It opens when it has reached the server.</source>
        <translation>لا يمكن لأحد الدخول الآن: ربما أُعيدت هذه الشاشة إلى حالة قديمة. تُفتح عندما تصل إلى الخادم.</translation>
    </message>
    <message>
        <source>A PIN has at least 6 digits.</source>
        <translation>يتكوّن الرقم السري من 6 أرقام على الأقل.</translation>
    </message>
    <message>
        <source>This PIN is easy to guess. Please choose another.</source>
        <translation>هذا الرقم السري سهل التخمين. يُرجى اختيار رقم آخر.</translation>
    </message>
    <message>
        <source>The two were not the same. Please choose again.</source>
        <translation>الرقمان غير متطابقين. يُرجى الاختيار مرة أخرى.</translation>
    </message>
    <message>
        <source>The kiosk could not save this. Please try again.</source>
        <translation>تعذّر حفظ هذا. يُرجى المحاولة مرة أخرى.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>I have a one-time code</source>
        <extracomment>Button: instead of the PIN</extracomment>
        <translation>لديّ رمز لمرة واحدة</translation>
    </message>
    <message>
        <source>Enter</source>
        <extracomment>Button: the PIN or code is complete</extracomment>
        <translation>دخول</translation>
    </message>
</context>
<context>
    <name>PlanRow</name>
    <message>
        <source>Done</source>
        <extracomment>In place of how long it takes</extracomment>
        <translation>تم</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 دقيقة</translation>
    </message>
</context>
<context>
    <name>PlanScreen</name>
    <message>
        <source>Stop here</source>
        <extracomment>Button: ends the visit; what is finished stays with the practice</extracomment>
        <translation>التوقف هنا</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>Buttons: to the first question, or to the next part</extracomment>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>Thank you. This part is done.</source>
        <translation>شكرًا. اكتمل هذا الجزء.</translation>
    </message>
    <message>
        <source>These questions are for you</source>
        <translation>هذه هي الأسئلة</translation>
    </message>
    <message>
        <source>What is left takes about %1 min. If you stop here, what is done stays with the practice.</source>
        <extracomment>%1 is a number of minutes</extracomment>
        <translation>يستغرق الباقي نحو %1 دقيقة. عند التوقف هنا يبقى ما اكتمل لدى العيادة.</translation>
    </message>
    <message>
        <source>In all about %1 min. Your answers are locked away and go to the practice only.</source>
        <translation>المدة كلها نحو %1 دقيقة. تُحفظ الإجابات في أمان ولا تصل إلا إلى العيادة.</translation>
    </message>
</context>
<context>
    <name>ProblemNotice</name>
    <message>
        <source>Please enter a number from %1 to %2.</source>
        <translation>يُرجى إدخال رقم من %1 إلى %2.</translation>
    </message>
    <message>
        <source>Please enter a number that is %1 or more.</source>
        <translation>يُرجى إدخال رقم لا يقل عن %1.</translation>
    </message>
    <message>
        <source>Please enter a number that is %1 or less.</source>
        <translation>يُرجى إدخال رقم لا يزيد على %1.</translation>
    </message>
    <message>
        <source>This question needs an answer.</source>
        <translation>هذا السؤال يحتاج إلى إجابة.</translation>
    </message>
    <message>
        <source>Please give an answer, or tap “Prefer not to answer”.</source>
        <extracomment>Repeats the words of the button &quot;Prefer not to answer&quot;</extracomment>
        <translation>يُرجى تقديم إجابة أو لمس «أفضّل عدم الإجابة».</translation>
    </message>
    <message>
        <source>Please enter a number.</source>
        <translation>يُرجى إدخال رقم.</translation>
    </message>
    <message>
        <source>Please enter a day that can be right.</source>
        <translation>يُرجى إدخال يوم يمكن أن يكون صحيحًا.</translation>
    </message>
    <message>
        <source>Please check this answer.</source>
        <translation>يُرجى مراجعة هذه الإجابة.</translation>
    </message>
    <message>
        <source>Please enter a time that can be right.</source>
        <translation>يُرجى إدخال وقت يمكن أن يكون صحيحًا.</translation>
    </message>
    <message>
        <source>Please sign first.</source>
        <translation>يُرجى التوقيع أولًا.</translation>
    </message>
</context>
<context>
    <name>QuestionEntry</name>
    <message>
        <source>Yes</source>
        <extracomment>An answer</extracomment>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>More about this: %1</source>
        <extracomment>%1 is the address of a page on the internet: the kiosk does not open it</extracomment>
        <translation>المزيد عن هذا: %1</translation>
    </message>
    <message>
        <source>Legal information</source>
        <extracomment>Opens a text of law that belongs to a question</extracomment>
        <translation>معلومات قانونية</translation>
    </message>
</context>
<context>
    <name>QuestionScreen</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>Where one is in a survey: question %1 of %2</extracomment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button: one screen back</extracomment>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Prefer not to answer</source>
        <extracomment>Button: leaves this question without an answer</extracomment>
        <translation>أفضّل عدم الإجابة</translation>
    </message>
    <message>
        <source>Next</source>
        <extracomment>Button: to the next question</extracomment>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>Button: give up this survey (a second screen asks whether to delete the answers)</extracomment>
        <translation>توقف</translation>
    </message>
    <message>
        <source>All questions</source>
        <extracomment>Button: to the list of all questions, to go on with any of them</extracomment>
        <translation>كل الأسئلة</translation>
    </message>
</context>
<context>
    <name>RepetitionEnd</name>
    <message>
        <source>Remove this</source>
        <extracomment>Button: takes away one entry of a list, for example one medicine</extracomment>
        <translation>إزالة هذا</translation>
    </message>
    <message>
        <source>Remove this: %1</source>
        <extracomment>Name of that button for a screen reader; %1 is the entry</extracomment>
        <translation>إزالة هذا: %1</translation>
    </message>
    <message>
        <source>Remove “%1” with its answers?</source>
        <extracomment>%1 is what an entry of a list is called, for example &quot;Medicine (2)&quot;</extracomment>
        <translation>هل تريد إزالة «%1» مع إجاباته؟</translation>
    </message>
    <message>
        <source>Yes, remove it</source>
        <extracomment>Button: removes it, after the question</extracomment>
        <translation>نعم، إزالة</translation>
    </message>
    <message>
        <source>Keep it</source>
        <extracomment>Button: does not remove it</extracomment>
        <translation>إبقاء</translation>
    </message>
</context>
<context>
    <name>ReviewRow</name>
    <message>
        <source>Yes</source>
        <extracomment>An answer</extracomment>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <extracomment>An answer</extracomment>
        <translation>لا</translation>
    </message>
    <message>
        <source>No answer</source>
        <extracomment>In the list of answers, where the person gave none</extracomment>
        <translation>بلا إجابة</translation>
    </message>
    <message>
        <source>Change</source>
        <extracomment>Button beside an answer</extracomment>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <extracomment>Name of that button for a screen reader; %1 is the question</extracomment>
        <translation>تغيير: %1</translation>
    </message>
</context>
<context>
    <name>ReviewScreen</name>
    <message>
        <source>Back</source>
        <extracomment>Button: one screen back</extracomment>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Finish</source>
        <extracomment>Button: hands in the answers</extracomment>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>Button: give up this survey (a second screen asks whether to delete the answers)</extracomment>
        <translation>توقف</translation>
    </message>
    <message>
        <source>Please check your answers</source>
        <translation>يُرجى مراجعة إجاباتك</translation>
    </message>
    <message>
        <source>If all is right, tap Finish. After that nobody can change them, and only the practice can read them.</source>
        <translation>إن كان كل شيء صحيحًا فالمس «إنهاء». بعد ذلك لا يمكن لأحد تغييرها، والعيادة وحدها تستطيع قراءتها.</translation>
    </message>
    <message>
        <source>Choose any question</source>
        <extracomment>Heading of the list of answers, before they are handed in</extracomment>
        <translation>اختر أي سؤال</translation>
    </message>
</context>
<context>
    <name>SafetyScreen</name>
    <message>
        <source>I understand</source>
        <extracomment>Button under the words of help</extracomment>
        <translation>فهمت</translation>
    </message>
    <message>
        <source>You are not alone with this</source>
        <extracomment>Heading of the screen for somebody who may be in danger</extracomment>
        <translation>لست وحدك في هذا</translation>
    </message>
    <message>
        <source>Call %1</source>
        <extracomment>%1 is a telephone number</extracomment>
        <translation>اتصل بالرقم %1</translation>
    </message>
    <message>
        <source>You can also talk to the front desk right now. They are here to help.</source>
        <translation>يمكنك أيضًا التحدث إلى الاستقبال الآن. هم هنا للمساعدة.</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Two people of the practice sign them. They cannot be changed here.</source>
        <translation>يوقّعها شخصان من العيادة. لا يمكن تغييرها هنا.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>العيادة</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>اللغات</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>الاستبيانات</translation>
    </message>
    <message>
        <source>Asks if somebody is there after</source>
        <translation>يسأل إن كان أحد موجودًا بعد</translation>
    </message>
    <message>
        <source>Then clears the screen after</source>
        <translation>ثم تُمسح الشاشة بعد</translation>
    </message>
    <message>
        <source>Help in need</source>
        <translation>المساعدة عند الحاجة</translation>
    </message>
    <message>
        <source>Nobody is named</source>
        <translation>لم يُذكر أحد</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>الشعار</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Asks who answers</source>
        <translation>السؤال عمّن يجيب</translation>
    </message>
    <message>
        <source>Sensor: covers the screen when nobody is there for</source>
        <translation>المستشعر: تُغطّى الشاشة إن لم يكن أحد أمامها مدة</translation>
    </message>
    <message>
        <source>What happens with the answers</source>
        <translation>ما يحدث للإجابات</translation>
    </message>
    <message>
        <source>Offers to call back</source>
        <translation>عرض الاتصال لاحقًا</translation>
    </message>
    <message>
        <source>Visit numbers</source>
        <translation>أرقام الزيارات</translation>
    </message>
    <message>
        <source>News on the first screen</source>
        <translation>أخبار على الشاشة الأولى</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>مكان الجهاز</translation>
    </message>
    <message>
        <source>Dark from, to</source>
        <translation>معتمة من، إلى</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>غير محدد</translation>
    </message>
    <message>
        <source>At a bedside</source>
        <translation>بجانب سرير</translation>
    </message>
    <message>
        <source>In a waiting room</source>
        <translation>في غرفة انتظار</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the parts of a list</extracomment>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>SignScreen</name>
    <message>
        <source>Back</source>
        <extracomment>Button: one screen back</extracomment>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Sign and finish</source>
        <extracomment>Button: signs and hands in the answers</extracomment>
        <translation>توقيع وإنهاء</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>Button: give up this survey (a second screen asks whether to delete the answers)</extracomment>
        <translation>توقف</translation>
    </message>
    <message>
        <source>Please sign</source>
        <translation>يُرجى التوقيع</translation>
    </message>
    <message>
        <source>With your signature you say that your answers are right. Draw it with your finger, or type your full name.</source>
        <translation>بتوقيعك تؤكد أن إجاباتك صحيحة. ارسمه بإصبعك أو اكتب اسمك الكامل.</translation>
    </message>
    <message>
        <source>Your full name</source>
        <extracomment>Name of the field to sign with one&apos;s name, for a screen reader</extracomment>
        <translation>اسمك الكامل</translation>
    </message>
    <message>
        <source>Type your full name</source>
        <extracomment>In the empty field to sign with one&apos;s name</extracomment>
        <translation>اكتب اسمك الكامل</translation>
    </message>
</context>
<context>
    <name>StaffMenuScreen</name>
    <message>
        <source>Notes of the program</source>
        <translation>ملاحظات البرنامج</translation>
    </message>
    <message>
        <source>Erase this kiosk</source>
        <translation>مسح كل ما على هذه الشاشة</translation>
    </message>
    <message>
        <source>Take sealed records out by USB stick</source>
        <translation>إخراج السجلات المختومة على ذاكرة USB</translation>
    </message>
    <message>
        <source>Start a survey for a patient</source>
        <translation>بدء استبيان لمريض</translation>
    </message>
    <message>
        <source>Answer together with a patient</source>
        <translation>الإجابة مع المريض معًا</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>تنظيف الشاشة</translation>
    </message>
    <message>
        <source>How is this kiosk?</source>
        <translation>كيف حال هذه الشاشة؟</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Who did what</source>
        <translation>من فعل ماذا</translation>
    </message>
    <message>
        <source>Restart the program</source>
        <translation>إعادة تشغيل البرنامج</translation>
    </message>
    <message>
        <source>Sign off</source>
        <extracomment>Button: leaves the staff area</extracomment>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>The kiosk could not save this. Please try again.</source>
        <translation>تعذّر حفظ هذا. يُرجى المحاولة مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>StaffNamesScreen</name>
    <message>
        <source>Back</source>
        <extracomment>Button: back to the screen for patients</extracomment>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Staff: who are you?</source>
        <extracomment>Over the names of the staff</extracomment>
        <translation>الموظفون: من أنت؟</translation>
    </message>
    <message>
        <source>The kiosk cannot look this up: its disk refuses. Please try again.</source>
        <translation>تتعذر القراءة: القرص لا يستجيب. يُرجى المحاولة من جديد.</translation>
    </message>
</context>
<context>
    <name>StatusScreen</name>
    <message>
        <source>Number %1: %2</source>
        <translation>الرقم %1: %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>How is this kiosk?</source>
        <translation>كيف حال هذه الشاشة؟</translation>
    </message>
    <message>
        <source>The server refused some records</source>
        <translation>رفض الخادم بعض السجلات</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>بانتظار الإرسال</translation>
    </message>
    <message>
        <source>Safe with the server</source>
        <translation>محفوظة لدى الخادم</translation>
    </message>
    <message>
        <source>Finished on this kiosk</source>
        <translation>اكتملت على هذه الشاشة</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>رفضها الخادم</translation>
    </message>
    <message>
        <source>Room left on the disk</source>
        <translation>المساحة المتبقية على القرص</translation>
    </message>
    <message>
        <source>Clock of the kiosk</source>
        <translation>ساعة الشاشة</translation>
    </message>
    <message>
        <source>Version of the program</source>
        <translation>إصدار البرنامج</translation>
    </message>
    <message>
        <source>Version of forms and settings</source>
        <translation>إصدار النماذج والإعدادات</translation>
    </message>
    <message>
        <source>They need renewal by</source>
        <translation>يجب تجديدها قبل</translation>
    </message>
    <message>
        <source>Number of the device</source>
        <translation>رقم الجهاز</translation>
    </message>
</context>
<context>
    <name>SurveyCard</name>
    <message>
        <source>%1 min</source>
        <extracomment>How long a survey takes; %1 is a number of minutes</extracomment>
        <translation>%1 د</translation>
    </message>
</context>
<context>
    <name>ThanksScreen</name>
    <message>
        <source>Done</source>
        <extracomment>Button: closes the last screen</extracomment>
        <translation>تم</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>شكرًا لك!</translation>
    </message>
    <message>
        <source>Your answers are locked away and go to the practice only. Nothing of them stays on this screen.</source>
        <translation>تُحفظ إجاباتك مقفلةً ولا تصل إلا إلى العيادة. لا يبقى منها شيء على هذه الشاشة.</translation>
    </message>
    <message>
        <source>Your name and number are locked away and go to the practice only. Somebody from there will call you.</source>
        <translation>يُحفظ الاسم ورقم الهاتف في أمان ولا يصلان إلا إلى العيادة. وسيتصل بك أحد العاملين فيها.</translation>
    </message>
</context>
<context>
    <name>ExportScreen</name>
    <message>
        <source>There is not enough room on the stick. Nothing was left on it.</source>
        <translation>لا توجد مساحة كافية على الذاكرة. لم يبقَ عليها شيء.</translation>
    </message>
    <message>
        <source>The stick cannot be written. Please use another one.</source>
        <translation>لا يمكن الكتابة على هذه الذاكرة. يُرجى استخدام ذاكرة أخرى.</translation>
    </message>
    <message>
        <source>The stick was pulled out or gave up. All records are still safe here.</source>
        <translation>نُزعت الذاكرة أو تعطّلت. جميع السجلات ما زالت محفوظة هنا.</translation>
    </message>
    <message>
        <source>The stick does not give back what was written. Please use another one. All records are still safe here.</source>
        <translation>لا تعيد الذاكرة ما كُتب عليها. يُرجى استخدام ذاكرة أخرى. جميع السجلات ما زالت محفوظة هنا.</translation>
    </message>
    <message>
        <source>The kiosk could not read its own disk. Please try again.</source>
        <translation>تعذّرت قراءة قرص هذه الشاشة. يُرجى المحاولة مرة أخرى.</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>Button: interrupts the copying</extracomment>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Copy to the stick</source>
        <translation>نسخ إلى الذاكرة</translation>
    </message>
    <message>
        <source>Records to copy: %1</source>
        <translation>سجلات للنسخ: %1</translation>
    </message>
    <message>
        <source>Everything has reached the server</source>
        <translation>وصل كل شيء إلى الخادم</translation>
    </message>
    <message>
        <source>Copying and checking…</source>
        <translation>جارٍ النسخ والتحقق…</translation>
    </message>
    <message>
        <source>Please do not pull out the stick yet</source>
        <translation>يُرجى عدم نزع الذاكرة بعد</translation>
    </message>
    <message>
        <source>You can pull out the stick now</source>
        <translation>يمكن نزع الذاكرة الآن</translation>
    </message>
    <message>
        <source>Please plug in a USB stick</source>
        <translation>يُرجى توصيل ذاكرة USB</translation>
    </message>
    <message>
        <source>Records on the stick, each one read back: %1. The practice takes them in with “practice-admin receive”.</source>
        <translation>السجلات على الذاكرة، وقد جرى التحقق من كل منها: %1. تستوردها العيادة بالأمر «practice-admin receive».</translation>
    </message>
    <message>
        <source>The records are sealed: only the practice can open them. The kiosk keeps its own copies until they have reached the server.</source>
        <translation>السجلات مختومة: العيادة وحدها تستطيع فتحها. تحتفظ الشاشة بنسخها حتى تصل إلى الخادم.</translation>
    </message>
</context>
<context>
    <name>ResetScreen</name>
    <message>
        <source>No, keep everything</source>
        <extracomment>Button: nothing is erased</extracomment>
        <translation>لا، الإبقاء على كل شيء</translation>
    </message>
    <message>
        <source>Are you sure? This cannot be undone.</source>
        <translation>هل الأمر مؤكَّد؟ لا يمكن التراجع عنه.</translation>
    </message>
    <message>
        <source>Erase everything on this kiosk?</source>
        <translation>مسح كل ما على هذه الشاشة؟</translation>
    </message>
    <message>
        <source>This kiosk cannot be erased from here. Nothing was erased.</source>
        <translation>لا يمكن مسح هذه الشاشة من هنا. لم يُمسح شيء.</translation>
    </message>
    <message>
        <source>Records that would be lost for good: %1</source>
        <translation>سجلات ستضيع نهائيًا: %1</translation>
    </message>
    <message>
        <source>They have not reached the server. Take them out by USB stick first.</source>
        <translation>لم تصل إلى الخادم. يُرجى إخراجها أولًا على ذاكرة USB.</translation>
    </message>
    <message>
        <source>Keys, settings and all records on it go. To be used again it has to be enrolled as a new kiosk.</source>
        <translation>تُمسح المفاتيح والإعدادات وكل السجلات. لاستخدامها من جديد يجب تسجيلها كشاشة جديدة.</translation>
    </message>
    <message>
        <source>Yes, I am sure: erase it</source>
        <translation>نعم، بالتأكيد: مسحها</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>مسح كل شيء</translation>
    </message>
</context>
<context>
    <name>LogScreen</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Notes of the program</source>
        <translation>ملاحظات البرنامج</translation>
    </message>
</context>
<context>
    <name>ErasingScreen</name>
    <message>
        <source>The kiosk is being erased and switches off</source>
        <translation>يجري مسح الشاشة ثم تُطفأ</translation>
    </message>
</context>
<context>
    <name>WhoScreen</name>
    <message>
        <source>I am the mother or father</source>
        <translation>أنا الأم أو الأب</translation>
    </message>
    <message>
        <source>I am the son or daughter</source>
        <translation>أنا الابن أو الابنة</translation>
    </message>
    <message>
        <source>I am the husband, wife or partner</source>
        <translation>أنا الزوج أو الزوجة</translation>
    </message>
    <message>
        <source>I am another relative</source>
        <translation>أنا من الأقارب</translation>
    </message>
    <message>
        <source>I am somebody else who helps</source>
        <translation>أنا شخص آخر يساعد</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>Button: one screen back</extracomment>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Who are you to the patient?</source>
        <translation>ما الصلة بالمريض؟</translation>
    </message>
    <message>
        <source>Are you the patient?</source>
        <translation>هل يجيب المريض بنفسه؟</translation>
    </message>
    <message>
        <source>Please answer as the patient would.</source>
        <translation>يُرجى الإجابة كما كان المريض سيجيب.</translation>
    </message>
    <message>
        <source>Yes, I answer for myself</source>
        <extracomment>To "Are you the patient?"</extracomment>
        <translation>نعم، أجيب عن نفسي</translation>
    </message>
    <message>
        <source>No, I answer for the patient</source>
        <translation>لا، أجيب نيابةً عن المريض</translation>
    </message>
</context>
<context>
    <name>SignFilm</name>
    <message>
        <source>Sign language</source>
        <translation>لغة الإشارة</translation>
    </message>
    <message>
        <source>This film cannot be played here.</source>
        <translation>لا يمكن تشغيل هذا الفيديو هنا.</translation>
    </message>
    <message>
        <source>The question in %1</source>
        <translation>السؤال بـ %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>From the beginning</source>
        <translation>من البداية</translation>
    </message>
    <message>
        <source>Another sign language</source>
        <translation>لغة إشارة أخرى</translation>
    </message>
    <message>
        <source>Close the film</source>
        <translation>إغلاق الفيديو</translation>
    </message>
</context>
</TS>
