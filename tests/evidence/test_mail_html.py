"""HTML words of a message as blocks."""

import pytest
from evidence.mails import html_blocks, read_html, said, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from formgen.evidence.mail_blocks import Body, MailRow, MailSpan, MailText
from formgen.evidence.mail_html import html_body


def test_paragraphs_and_lines_are_blocks() -> None:
    assert html_blocks("<div>one</div><div>two<br>three<br></div><p>four</p>five") == [
        MailText((MailSpan("one"),)),
        MailText((MailSpan("two\nthree"),)),
        MailText((MailSpan("four"),), is_apart=True),
        MailText((MailSpan("five"),), is_apart=True),
    ]


def test_white_space_is_collapsed_as_a_browser_does() -> None:
    assert said(html_blocks("<p>  one\n\t two <b> three</b> four </p> <p>fi<i>ve</i></p>")) == [
        "one two three four",
        "five",
    ]


def test_spaces_that_hold_words_together_stay() -> None:
    assert said(html_blocks("<p>a&nbsp;&nbsp; b</p>")) == ["a\u00a0\u00a0 b"]


def test_blank_lines_are_kept() -> None:
    assert said(
        html_blocks("<div>one</div><div><br></div><div>&nbsp;</div><div>two</div><div><br></div>")
    ) == [
        "one",
        "",
        "",
        "two",
    ]


def test_bold_and_slanted_words_are_kept_apart() -> None:
    assert html_blocks("a<b>b<i>c</i></b><span style='font-weight:700;font-style:italic'>d</span>e") == [
        MailText(
            (
                MailSpan("a"),
                MailSpan("b", bold=True),
                MailSpan("cd", bold=True, italic=True),
                MailSpan("e"),
            )
        )
    ]


def test_quotes_are_counted() -> None:
    blocks = texts(
        html_blocks("new<blockquote>first<blockquote>second</blockquote>first again</blockquote>new again")
    )

    assert [(block.quote, *said([block])) for block in blocks] == [
        (0, "new"),
        (1, "first"),
        (2, "second"),
        (1, "first again"),
        (0, "new again"),
    ]


def test_items_of_lists_have_their_marks() -> None:
    blocks = texts(
        html_blocks(
            "<ul><li>one<ol start=3><li>in<p>more</p></li><li></li><li value=9>last</ol></li>"
            "<li>two</ul>after"
        )
    )

    assert [(block.depth, block.mark, *said([block])) for block in blocks] == [
        (1, "\u2022", "one"),
        (2, "3.", "in"),
        (2, "", "more"),
        (2, "9.", "last"),
        (1, "\u2022", "two"),
        (0, "", "after"),
    ]


def test_words_set_as_typed_keep_their_spaces_and_lines() -> None:
    html = (
        "<pre>\nFirst visit     $389.00\n  Total         $642.00\n</pre>"
        "<p style='white-space:pre-wrap'>a  b\nc</p>"
    )

    assert said(html_blocks(html)) == ["First visit     $389.00\n  Total         $642.00", "a  b\nc"]


def test_a_table_of_words_is_rows() -> None:
    html = (
        "<table><tr><td colspan=2>The bill</td></tr><tr><th>Item</th><th>Amount</th></tr>"
        "<tr><td>First<br>visit<ul><li>labor</ul></td><td></td></tr><tr><td> </td></tr></table><p>after</p>"
    )

    assert html_blocks(html) == [
        MailText((MailSpan("The bill"),)),
        MailRow(((MailSpan("Item", bold=True),), (MailSpan("Amount", bold=True),)), 1),
        MailRow(((MailSpan("First\nvisit"), MailSpan("\n"), MailSpan("\u2022 "), MailSpan("labor")), ()), 1),
        MailText((), is_apart=False),
        MailText((MailSpan("after"),), is_apart=True),
    ]


def test_tables_that_arrange_the_page_are_not_rows() -> None:
    inner = "<table><tr><td>one</td></tr><tr><td>two</td></tr></table>"
    html = f"<table><tr><td>side</td><td>{inner}</td></tr></table>"

    assert said(html_blocks(html)) == ["side", "one", "two"]


def test_two_tables_are_not_one() -> None:
    html = "<table><tr><td>a<td>b</table><table><tr><td>c<td>d</table>"

    assert [(block.table, *said([block])) for block in html_blocks(html) if isinstance(block, MailRow)] == [
        (1, "a|b"),
        (2, "c|d"),
    ]


def test_a_link_says_where_it_leads_if_its_words_do_not() -> None:
    html = (
        "See <a href='https://example.com/x'>the <b>bill</b> </a>or "
        "<a href='mailto:a@example.com'>a@example.com</a>."
    )

    assert html_blocks(html) == [
        MailText(
            (
                MailSpan("See "),
                MailSpan("the "),
                MailSpan("bill", bold=True, target="https://example.com/x"),
                MailSpan(" or "),
                MailSpan("a@example.com."),
            )
        )
    ]


def test_a_link_around_blocks_says_so_after_each() -> None:
    html = "<a href='https://example.com'><div>one</div><div>two</div></a><p>three</p>"

    blocks = texts(html_blocks(html))

    assert [[(span.text, span.target) for span in block.spans] for block in blocks] == [
        [("one", "https://example.com")],
        [("two", "https://example.com")],
        [("three", "")],
    ]


def test_pictures_are_named_by_their_words_or_their_files() -> None:
    html = (
        "<img alt='our  logo' src=x.png><img src='https://example.com/a/my%20map.png?x'>"
        "<img src='cid:one%40example.com'><img src='cid:two'><img src='data:image/png;base64,AA'>"
        "<img src='https://t.example.com/p.gif' width=1 height=1><img style='display:none' src=b.png>"
    )

    (block,) = read_html(html, {"one@example.com": "door.jpg"}).blocks

    assert isinstance(block, MailText)
    assert block.spans == tuple(
        MailSpan(name, is_picture=True) for name in ("our logo", "my map.png", "door.jpg", "", "")
    )


@pytest.mark.parametrize(
    "hidden",
    [
        "<span style='display:none'>hid</span>",
        "<div style='display: none !important'><p style='display:block'>hid</p></div>",
        "<div style='visibility:hidden'>hid</div>",
        "<div style='font-size:0px'>hid</div>",
        "<div style='font-size:1px;line-height:1px'>hid</div>",
        "<div style='color:#ffffff'>hid</div>",
        "<font color=white>hid</font>",
        "<div style='background:#102030'><span style='color:rgb(16, 32, 48)'>hid</span></div>",
        "<div style='opacity:0'>hid</div>",
        "<div style='max-height:0;overflow:hidden'>hid</div>",
        "<div hidden>hid</div>",
    ],
)
def test_words_that_are_not_seen_are_left_out_and_known(hidden: str) -> None:
    assert read_html(f"<p>seen</p>{hidden}") == Body(
        (MailText((MailSpan("seen"),), is_apart=True),), has_hidden=True
    )


@pytest.mark.parametrize(
    "html",
    [
        "<div style='background:#000;color:#fff'>seen</div>",
        "<style>.dark { background: black }</style><div class=dark style='color:#fff'>seen</div>",
        "<div style='font-size:0'><span style='font-size:14px'>seen</span></div>",
        "<div style='visibility:hidden'><b style='visibility:visible'>seen</b></div>",
        "<div style='color:white'><a href='#x'>seen</a></div>",
        "<div style='background:url(dark.png)'><span style='color:#fff'>seen</span></div>",
        "<table background=dark.png style='color:#fff'><tr><td>seen</td></tr></table>",
        "<!-- not --><?php no ?><script>no</script><style>no</style><p style='display:none'> \u200c </p>seen",
    ],
)
def test_words_that_can_be_seen_are_never_left_out(html: str) -> None:
    body = read_html(html)

    assert (said(body.blocks), body.has_hidden) == (["seen"], False)


def test_words_after_comments_and_dropped_elements_stay() -> None:
    assert said(html_blocks("a<!-- x -->b<script>no</script>c<o:p>d</o:p>e")) == ["abcde"]


def test_lines_of_outlook_stand_close() -> None:
    blocks = texts(html_blocks("<p class=MsoNormal>one</p><p style='margin:0'>two</p><p>three</p>"))

    assert [block.is_apart for block in blocks] == [False, False, True]


def test_control_characters_written_as_numbers_are_left_out() -> None:
    assert read_html("<p>a&#7;b&#27;c&#146;d</p>") == Body(
        (MailText((MailSpan("abc\u2019d"),), is_apart=True),), replaced=2
    )


def test_the_charset_of_the_html_counts_where_the_message_names_none() -> None:
    body = html_body("<meta charset=koi8-r><p>Привет</p>".encode("koi8-r"), "", {})

    assert body is not None
    assert said(body.blocks) == ["Привет"]


def test_a_declaration_of_xml_does_no_harm() -> None:
    assert said(
        html_blocks("<?xml version='1.0' encoding='latin-1'?><p>Nguyễn \U0001f622 &lt;of&gt; &amp;</p>")
    ) == ["Nguyễn \U0001f622 <of> &"]


def test_a_long_exchange_of_answers_is_read() -> None:
    body = read_html("<blockquote>a" * 400)

    assert (len(body.blocks), body.blocks[-1].quote) == (400, 400)


def test_what_is_nested_beyond_reason_is_not() -> None:
    assert html_body(b"<div>" * 5000 + b"a", "utf-8", {}) is None


def test_nothing_is_nothing() -> None:
    assert html_body(b" \n", "utf-8", {}) == Body(())
    assert html_body(b"<!-- -->", "utf-8", {}) in {None, Body(())}


TAGS = st.sampled_from(
    "p div b i a table tr td th ul ol li blockquote pre br img span style script h1 q o:p".split()  # noqa: SIM905
)
PIECES = st.one_of(
    st.builds("<{}>".format, TAGS),
    st.builds("</{}>".format, TAGS),
    st.text(st.sampled_from("ab <>&;'\"\n\tễ😢ש\u00a0"), max_size=6),
    st.sampled_from(
        ["<a href='x'>", "<td style='display:none'>", "<ol start=-9 type=i>", "<img alt='x'>", "&#0;"]
    ),
)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.lists(PIECES, max_size=30))
def test_whatever_stands_in_the_html_is_read(pieces: list[str]) -> None:
    assert isinstance(html_body("".join(pieces).encode(), "utf-8", {}), Body | None)
