<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Access</name>
    <message>
        <source>button</source>
        <translation>botón</translation>
    </message>
    <message>
        <source>field to write in</source>
        <translation>campo para escribir</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>escala</translation>
    </message>
    <message>
        <source>list to open</source>
        <translation>lista que se abre</translation>
    </message>
    <message>
        <source>part of the form</source>
        <translation>parte del formulario</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>elegida</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>marcada</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>sin marcar</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierta</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrada</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
    </message>
    <message>
        <source>not to be used now</source>
        <translation>no se puede usar ahora</translation>
    </message>
    <message>
        <source>Row: %1</source>
        <translation>Fila: %1</translation>
    </message>
    <message>
        <source>End of the screen.</source>
        <translation>Fin de la pantalla.</translation>
    </message>
</context>
</TS>
