<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- A draft that no person has reviewed: practice-admin pack does not offer it unasked. -->
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AddButton</name>
    <message>
        <source>Add another</source>
        <extracomment>On a button: adds another entry to a list, for example another medicine.</extracomment>
        <translation>إضافة آخر</translation>
    </message>
</context>
<context>
    <name>DateEntry</name>
    <message>
        <source>Day</source>
        <extracomment>Heads of the columns of a date.</extracomment>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>الشهر</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>السنة</translation>
    </message>
    <message>
        <source>Only month and year</source>
        <extracomment>Button: the day of a date is not known.</extracomment>
        <translation>الشهر والسنة فقط</translation>
    </message>
    <message>
        <source>Only the year</source>
        <extracomment>Button: neither day nor month of a date are known.</extracomment>
        <translation>السنة فقط</translation>
    </message>
</context>
<context>
    <name>Disclosure</name>
    <message>
        <source>Open</source>
        <extracomment>Said of a heading whose text can be opened and closed.</extracomment>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
</context>
<context>
    <name>GroupCard</name>
    <message>
        <source>Remove</source>
        <extracomment>On a button in an entry of a list: takes this entry away.</extracomment>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove this entry?</source>
        <extracomment>Asked before an entry of a list, with its answers, is taken away.</extracomment>
        <translation>هل تريد إزالة هذا الإدخال؟</translation>
    </message>
    <message>
        <source>What was answered in it will be lost.</source>
        <translation>ستضيع الإجابات التي فيه.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <extracomment>On a button: does not take the entry away.</extracomment>
        <translation>إبقاؤه</translation>
    </message>
    <message>
        <source>Yes, remove it</source>
        <translation>نعم، إزالة</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Number</source>
        <extracomment>Name of the field that shows the number.</extracomment>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>Names of two keys of the number pad.</extracomment>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Decimal point</source>
        <translation>الفاصلة العشرية</translation>
    </message>
    <message>
        <source>Sign</source>
        <extracomment>Name of a key: makes the number negative or positive.</extracomment>
        <translation>الإشارة</translation>
    </message>
    <message>
        <source>Less</source>
        <extracomment>Names of the keys beside the number: by one step.</extracomment>
        <translation>أقل</translation>
    </message>
    <message>
        <source>More</source>
        <translation>أكثر</translation>
    </message>
</context>
<context>
    <name>OnScreenKeyboard</name>
    <message>
        <source>Keyboard</source>
        <extracomment>Name of the whole on-screen keyboard.</extracomment>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Capitals stay on</source>
        <extracomment>Name of the Shift key once it stays on.</extracomment>
        <translation>الأحرف الكبيرة مثبتة</translation>
    </message>
    <message>
        <source>Capital letter</source>
        <translation>حرف كبير</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>Name of the key that takes away the last letter.</extracomment>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Letters</source>
        <extracomment>Name of the key that brings the letters back.</extracomment>
        <translation>الحروف</translation>
    </message>
    <message>
        <source>Numbers and signs</source>
        <translation>الأرقام والعلامات</translation>
    </message>
    <message>
        <source>Arabic letters</source>
        <extracomment>Name of a key: brings the Latin letters; the Arabic letters.</extracomment>
        <translation>الحروف العربية</translation>
    </message>
    <message>
        <source>Latin letters</source>
        <translation>الحروف اللاتينية</translation>
    </message>
    <message>
        <source>Cursor left</source>
        <extracomment>Name of a key.</extracomment>
        <translation>المؤشر إلى اليسار</translation>
    </message>
    <message>
        <source>Cursor right</source>
        <extracomment>Name of a key.</extracomment>
        <translation>المؤشر إلى اليمين</translation>
    </message>
    <message>
        <source>Space</source>
        <extracomment>Written on the long key.</extracomment>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>New line</source>
        <extracomment>Name of the Enter key in a field of many lines.</extracomment>
        <translation>سطر جديد</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Hide keyboard</source>
        <extracomment>Name of a key.</extracomment>
        <translation>إخفاء لوحة المفاتيح</translation>
    </message>
</context>
<context>
    <name>QuantityEntry</name>
    <message>
        <source>Unit</source>
        <extracomment>Over the units that a number can be given in.</extracomment>
        <translation>الوحدة</translation>
    </message>
    <message>
        <source>Another unit</source>
        <extracomment>In an empty field beside the units to choose from.</extracomment>
        <translation>وحدة أخرى</translation>
    </message>
</context>
<context>
    <name>ScrollPane</name>
    <message>
        <source>Scroll up</source>
        <extracomment>Name of the button that shows what is above.</extracomment>
        <translation>عرض ما في الأعلى</translation>
    </message>
    <message>
        <source>Scroll down</source>
        <extracomment>Name of the button that shows what is below.</extracomment>
        <translation>عرض ما في الأسفل</translation>
    </message>
</context>
<context>
    <name>SearchList</name>
    <message>
        <source>Type the first letters</source>
        <extracomment>In the empty field that looks for options.</extracomment>
        <translation>اكتب الحروف الأولى</translation>
    </message>
    <message numerus="yes">
        <source>%n more: go on typing</source>
        <extracomment>Under the options found so far: %n further ones.</extracomment>
        <translation>
            <numerusform>لا مزيد</numerusform>
            <numerusform>خيار آخر: تابع الكتابة</numerusform>
            <numerusform>خياران آخران: تابع الكتابة</numerusform>
            <numerusform>%n خيارات أخرى: تابع الكتابة</numerusform>
            <numerusform>%n خيارًا آخر: تابع الكتابة</numerusform>
            <numerusform>%n خيار آخر: تابع الكتابة</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <extracomment>Under a field that looks for options, when none begins with what was typed.</extracomment>
        <translation>لم يُعثر على شيء</translation>
    </message>
</context>
<context>
    <name>SelectList</name>
    <message>
        <source>Tap to choose</source>
        <extracomment>In a closed list from which nothing is chosen yet.</extracomment>
        <translation>المس للاختيار</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between answers that are chosen from a list.</extracomment>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>SliderScale</name>
    <message>
        <source>Slider</source>
        <extracomment>Name of a slider.</extracomment>
        <translation>شريط تمرير</translation>
    </message>
    <message>
        <source>Less</source>
        <extracomment>Names of the buttons beside a slider.</extracomment>
        <translation>أقل</translation>
    </message>
    <message>
        <source>More</source>
        <translation>أكثر</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>Signature</source>
        <extracomment>Name of the place to sign in.</extracomment>
        <translation>التوقيع</translation>
    </message>
    <message>
        <source>empty</source>
        <extracomment>Said of a place to sign: nobody has signed yet; it is signed.</extracomment>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>تم التوقيع</translation>
    </message>
    <message>
        <source>Sign here with your finger</source>
        <extracomment>Stands in an empty place to sign.</extracomment>
        <translation>وقّع هنا بإصبعك</translation>
    </message>
    <message>
        <source>Clear</source>
        <extracomment>On a button: takes the signature away, to sign again.</extracomment>
        <translation>مسح</translation>
    </message>
</context>
<context>
    <name>TabRow</name>
    <message>
        <source>Done</source>
        <extracomment>Said of a part of a form in which everything is answered.</extracomment>
        <translation>مكتمل</translation>
    </message>
</context>
<context>
    <name>TextEntry</name>
    <message>
        <source>Characters left: %1</source>
        <extracomment>Below a text field that is almost full.</extracomment>
        <translation>الأحرف المتبقية: %1</translation>
    </message>
</context>
<context>
    <name>TimeEntry</name>
    <message>
        <source>Hour</source>
        <extracomment>Heads of the columns of a time.</extracomment>
        <translation>الساعة</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>الدقيقة</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>الثانية</translation>
    </message>
</context>
</TS>
