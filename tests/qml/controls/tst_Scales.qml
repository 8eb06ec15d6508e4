import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    width: 1280
    height: 1200

    FaceScale {
        id: faces

        width: 1200
        model: ["Very poor", "Poor", "Fair", "Good", "Very good"]
        onChosen: index => currentIndex = index
    }
    NumberScale {
        id: numbers

        y: 700
        width: 1200
        lowLabel: "not at all likely"
        highLabel: "extremely likely"
        onChosen: number => value = number
    }
    TouchCase {
        name: "Scales"

        function init() {
            Theme.density = 96 / 25.4;
            faces.currentIndex = -1;
            faces.width = 1200;
            faces.model = ["Very poor", "Poor", "Fair", "Good", "Very good"];
            numbers.value = undefined;
            numbers.width = 1200;
        }

        function chosen(root) {
            return all(root, item => item instanceof OptionRow && item.selected).map(item => item.text);
        }

        function test_nothingIsChosenAtFirst() {
            compare(chosen(stage), []);
        }

        function test_everyFaceHasWordsAndCanBeTapped() {
            for (let i = 0; i < 5; ++i) {
                tapName(faces, faces.model[i]);
                compare(faces.currentIndex, i);
                compare(chosen(faces), [faces.model[i]]);
            }
        }

        function test_facesAreDrawn() {
            const pictures = all(faces, item => item instanceof Icon && item.name.startsWith("face-"));
            compare(pictures.length, 5);
            for (const picture of pictures) {
                tryCompare(picture, "status", Image.Ready, patience);
                verify(picture.implicitWidth > 0);
            }
        }

        function test_slidingOffAFaceChoosesNothing() {
            slideOff(find(faces, "Good"));
            compare(faces.currentIndex, -1);
        }

        function test_longWordsPutFacesBelowEachOther() {
            verify(!faces.stacked);
            faces.width = 500;
            faces.model = ["Completamente insatisfecha o insatisfecho", "Insatisfecha o insatisfecho", "Ni lo uno ni lo otro", "Satisfecha o satisfecho", "Completamente satisfecha o satisfecho"];
            verify(faces.stacked);
            compare(cutTexts(faces), []);
            tapName(faces, faces.model[4]);
            compare(faces.currentIndex, 4);
        }

        function test_facesAreAnswerTargets_data() {
            return [{tag: "side by side", width: 1200}, {tag: "below each other", width: 400}];
        }

        function test_facesAreAnswerTargets(row) {
            faces.width = row.width;
            for (const face of all(faces, item => item instanceof FaceButton)) {
                verify(face.width >= Theme.answer);
                verify(face.height >= Theme.answer);
            }
        }

        function test_eachNumberCanBeTapped() {
            for (let number = 0; number <= 10; ++number) {
                tapName(numbers, String(number));
                compare(numbers.value, number);
                compare(chosen(numbers), [String(number)]);
            }
        }

        function test_numbersAreAnswerTargets_data() {
            return [{tag: "landscape", width: 1200, density: 5.88}, {tag: "portrait", width: 706, density: 5.88}, {tag: "96 dpi", width: 740, density: 3.78}];
        }

        function test_numbersAreAnswerTargets(row) {
            Theme.density = row.density;
            numbers.width = row.width;
            const buttons = all(numbers, item => item instanceof NumberButton);
            compare(buttons.length, 11);
            settle(buttons[0]);
            for (const button of buttons) {
                verify(button.width >= Theme.answer, button.width + " of " + Theme.answer);
                verify(button.height >= Theme.answer);
                verify(button.mapToItem(numbers, button.width, 0).x <= numbers.width, button.text + " ends inside");
            }
            compare(cutTexts(numbers), []);
        }

        function test_theEndsAreNamedWithTheirNumbers() {
            find(numbers, "0 = not at all likely");
            find(numbers, "10 = extremely likely");
        }

        function test_rightToLeftKeepsTheOrderOfDigits() {
            stage.LayoutMirroring.enabled = true;
            stage.LayoutMirroring.childrenInherit = true;
            const at = number => find(numbers, String(number)).mapToItem(numbers, 0, 0).x;
            verify(at(0) < at(1));
            verify(at(1) < at(10));
            stage.LayoutMirroring.enabled = false;
        }
    }
}
