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
</context>
</TS>
