// What would run, load or lead somewhere in a browser: only its words are left, if any were meant to be read.

#include "tests/unit/richtext/Shown.h"

#include <gtest/gtest.h>

using namespace kiosk::richtext;

class ScriptInXhtml : public testing::TestWithParam<ShownCase> {};

TEST_P(ScriptInXhtml, leavesItsWords) {
    EXPECT_EQ(shown(fromXhtml(GetParam().given)), GetParam().shown);
}

INSTANTIATE_TEST_SUITE_P(
    Hostile, ScriptInXhtml,
    testing::Values(
        ShownCase{"mixedCase", "a<ScRiPt type=\"text/javascript\">alert(1)</ScRiPt>b", "paragraph|ab"},
        ShownCase{"prefixed", "a<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>b",
                  "paragraph|ab"},
        ShownCase{"inSvg", "a<svg onload=\"alert(1)\"><script>alert(2)</script><a href=\"javascript:x()\">c</a></svg>b",
                  "paragraph|ab"},
        ShownCase{"eventHandlers",
                  "<div onload=\"x()\"><p onmouseover=\"x()\" onclick='x()'>a</p><b onfocus=\"x()\" "
                  "autofocus=\"\">b</b></div>",
                  "paragraph|a\nparagraph|b:b"},
        ShownCase{"pictureOfNothing", "<img src=\"x\" onerror=\"alert(1)\"/>a", "paragraph|a"},
        ShownCase{"dataUrls",
                  "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">a</a><img src=\"data:image/svg+xml,&lt;svg/&gt;\" "
                  "alt=\"b\"/>",
                  "paragraph|ab"},
        ShownCase{"frames",
                  "a<iframe srcdoc=\"&lt;script&gt;\" src=\"javascript:x()\">b</iframe><object "
                  "data=\"x\">c</object><embed src=\"x\"/>d",
                  "paragraph|ad"},
        ShownCase{"forms",
                  "<form action=\"javascript:x()\"><input value=\"a\"/><button formaction=\"x\">b</button></form>",
                  "paragraph|b"},
        ShownCase{"head",
                  "<head><base href=\"http://127.0.0.1/\"/><meta http-equiv=\"refresh\" content=\"0;url=x\"/>c</head>a",
                  "paragraph|a"},
        ShownCase{
            "styles",
            "<span "
            "style=\"background:url(javascript:x());-moz-binding:url(x);width:expression(x());color:navy\">a</span>",
            "paragraph|a:#000080"},
        ShownCase{"escapedIsOnlyWords", "&lt;script&gt;alert(1)&lt;/script&gt;", "paragraph|<script>alert(1)</script>"},
        ShownCase{"instruction", "<?xml-stylesheet href=\"javascript:x()\"?>a", "paragraph|a"},
        ShownCase{"tornApart", "a<scr<script>ipt>alert(1)</scr</script>ipt>b", ""}),
    [](auto const& test) { return test.param.name; });

class ScriptInMarkdown : public testing::TestWithParam<ShownCase> {};

TEST_P(ScriptInMarkdown, leavesItsWords) {
    EXPECT_EQ(shown(fromMarkdown(GetParam().given)), GetParam().shown);
}

INSTANTIATE_TEST_SUITE_P(
    Hostile, ScriptInMarkdown,
    testing::Values(ShownCase{"link", "[a](javascript:alert(1)) [b](JaVaScRiPt:x) [c](data:text/html,x)",
                              "paragraph|a b c"},
                    ShownCase{"reference", "[a][1]\n\n[1]: javascript:alert(1) \"t\"", "paragraph|a"},
                    ShownCase{"picture", "![a](data:image/svg+xml,x \"onload=x\")b", "paragraph|ab"},
                    ShownCase{"handler", "<img src=x onerror=alert(1)>a <p onclick=\"x()\">b</p>", "paragraph|a b"},
                    ShownCase{"frame", "a <iframe src=\"javascript:x()\"></iframe>b", "paragraph|a b"},
                    ShownCase{"escapedIsOnlyWords", "&lt;script&gt; `<script>`", "paragraph|<script> <script>"}),
    [](auto const& test) { return test.param.name; });
