<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- A draft that no person has reviewed: practice-admin pack does not offer it unasked. -->
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Access</name>
    <message>
        <source>button</source>
        <translation>زر</translation>
    </message>
    <message>
        <source>field to write in</source>
        <translation>خانة للكتابة</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>مقياس</translation>
    </message>
    <message>
        <source>list to open</source>
        <translation>قائمة تُفتح</translation>
    </message>
    <message>
        <source>part of the form</source>
        <translation>جزء من النموذج</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>مختار</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>محدَّد</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>غير محدَّد</translation>
    </message>
    <message>
        <source>open</source>
        <translation>مفتوح</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>not to be used now</source>
        <translation>غير متاح الآن</translation>
    </message>
    <message>
        <source>Row: %1</source>
        <translation>الصف: %1</translation>
    </message>
    <message>
        <source>End of the screen.</source>
        <translation>نهاية الشاشة.</translation>
    </message>
</context>
</TS>
