#include "kiosk/access/Words.h"

#include <QCoreApplication>

namespace kiosk::access {

namespace {

/// Words of the voice: translated with the screens' own, context "Access".
QString say(char const* text) {
    return QCoreApplication::translate("Access", text);
}

QString kindOf(Piece const& piece) {
    switch (piece.role) {
    //: Spoken after the words of a button.
    case QAccessible::Button: return say(QT_TRANSLATE_NOOP("Access", "button"));
    //: Spoken after the name of a field to write in.
    case QAccessible::EditableText: return say(QT_TRANSLATE_NOOP("Access", "field to write in"));
    case QAccessible::Slider: return say(QT_TRANSLATE_NOOP("Access", "scale"));
    case QAccessible::ComboBox: return say(QT_TRANSLATE_NOOP("Access", "list to open"));
    case QAccessible::PageTab: return say(QT_TRANSLATE_NOOP("Access", "part of the form"));
    default: return {};
    }
}

QString placeAmong(Piece const& piece) {
    if (piece.count == 0) return {};
    //: Spoken after one of several answers: its number and how many there are.
    return say(QT_TRANSLATE_NOOP("Access", "%1 of %2")).arg(piece.position).arg(piece.count);
}

QString sentence(QStringList parts) {
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString spokenState(Piece const& piece) {
    QStringList parts;
    if (piece.role == QAccessible::RadioButton || piece.role == QAccessible::PageTab)
        parts += piece.isChecked || piece.isSelected ? say(QT_TRANSLATE_NOOP("Access", "chosen")) : QString();
    else if (piece.isCheckable)
        parts += piece.isChecked ? say(QT_TRANSLATE_NOOP("Access", "ticked"))
                                 : say(QT_TRANSLATE_NOOP("Access", "not ticked"));
    if (piece.isExpandable)
        parts +=
            piece.isExpanded ? say(QT_TRANSLATE_NOOP("Access", "open")) : say(QT_TRANSLATE_NOOP("Access", "closed"));
    if (piece.role == QAccessible::EditableText)
        parts += piece.value.isEmpty() ? say(QT_TRANSLATE_NOOP("Access", "empty")) : piece.value;
    else
        parts += piece.value;
    if (!piece.isEnabled) parts += say(QT_TRANSLATE_NOOP("Access", "not to be used now"));
    return sentence(parts);
}

QString spoken(Piece const& piece) {
    return sentence({piece.name, kindOf(piece), placeAmong(piece), spokenState(piece), piece.description});
}

QString rowWords(Stop const& row) {
    QStringList keys;
    for (auto const& key : row.pieces) keys += key.name;
    //: Spoken at a row of the keyboard, before its keys.
    return say(QT_TRANSLATE_NOOP("Access", "Row: %1")).arg(keys.join(QStringLiteral(", ")));
}

QString endWords() {
    return say(QT_TRANSLATE_NOOP("Access", "End of the screen."));
}

} // namespace kiosk::access
