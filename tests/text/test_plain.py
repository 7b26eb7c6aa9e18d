import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnicontent.text.plain import clean_html, html_to_text, lines_of

HTML = st.text(alphabet="<>/\"'= apbulilscriptyhre&;:x\n\u00a0€")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<p>One<br>two</p>", "One\ntwo"),
        ("<ul><li>a</li><li><p>b</p></li></ul>", "- a\n- b"),
        ("<p>So:</p><ol><li>a<ul><li>b</li></ul></li></ol><p>End</p>", "So:\n\n- a\n- b\n\nEnd"),
        ('<p>See <a href="https://a.example">the shop</a>!</p>', "See the shop!"),
        ("<p>49,00&nbsp;&euro;</p>", "49,00\u00a0€"),
        ("<p>5 &lt; 6 &amp; 7</p>", "5 < 6 & 7"),
        ("plain", "plain"),
        ("<b>bo</b><i>ld</i>", "bold"),
        ("a\n   b", "a b"),
        ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1 2\n3"),
        ("<p>unclosed<p>again", "unclosed\n\nagain"),
        ("", ""),
    ],
)
def test_visible_text_is_kept_in_its_shape(html, text):
    assert html_to_text(html) == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>no</script>",
        "<style>no</style>",
        "<head><title>no</title></head>",
        "<!-- no -->",
        "<!--[if mso]>no<![endif]-->",
        '<div style="Display : none">no<div>no</div></div>',
        "<p hidden>no</p>",
        "<template>no</template>",
        '<img alt="no">',
    ],
)
def test_what_nobody_sees_is_gone(hidden):
    assert html_to_text(f"<p>a</p>{hidden}<p>b</p>") == "a\n\nb"


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp"))))
def test_escaped_text_comes_back(text):
    html = "".join(f"&#{ord(c)};" for c in text)
    assert html_to_text(f"<p>{html}</p>") == text


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<h1>Hi</h1> <p class='x'>you</p>", "Hi <p>you</p>"),
        ("<p onclick='x()'>a<script>b()</script></p>", "<p>a</p>"),
        ('<a href="javascript:x()">a</a>', "<a>a</a>"),
        ('<a href="/inside">a</a>', "<a>a</a>"),
        ('<a href="//a.example">a</a>', "<a>a</a>"),
        (
            '<a href="https://a.example" target="_blank">a</a>',
            '<a href="https://a.example">a</a>',
        ),
        ('<a href="mailto:a@b.example">a</a>', '<a href="mailto:a@b.example">a</a>'),
        ('<a href="tel:+33123">a</a>', '<a href="tel:+33123">a</a>'),
        ("<b>a</b><strong>b</strong><i>c</i><em>d</em><br>",) * 2,
        ("<ul><li>a</li></ul><ol><li>b</li></ol>",) * 2,
    ],
)
def test_only_the_tags_of_a_story_stay(html, clean):
    assert clean_html(html) == clean


@given(HTML)
def test_clean_is_clean(html):
    once = clean_html(html)
    assert clean_html(once) == once
    assert "<script" not in once


def test_lines_that_say_nothing_are_left_out():
    assert lines_of(" one \n\n \t\ntwo words\r\n") == ("one", "two words")
