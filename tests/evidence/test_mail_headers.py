"""Headers of a message."""

import pytest

from formgen.evidence.mail_headers import header_text

AS_SENT = [
    ("plain", "plain"),
    ("=?utf-8?q?caf=C3=A9_at_noon?=", "café at noon"),
    ("=?UTF-8?B?Tmd1eeG7hW4=?= <minh@example.com>", "Nguyễn <minh@example.com>"),
    ("=?utf-8?B?Tmd1eeG7hW4?=", "Nguyễn"),
    ("=?utf-8?q?one?= =?utf-8?q?two?= three", "onetwo three"),
    ("=?utf-8?b?w?= =?utf-8?b?w6k=?=", "=?utf-8?b?w?= =?utf-8?b?w6k=?="),
    ("=?utf-8?q?caf=C3?= =?utf-8?q?=A9?=", "café"),
    ("=?iso-8859-1?q?=93quoted=94?=", "\u201cquoted\u201d"),
    ("=?gb2312?b?xOO6ww==?=", "你好"),
    ("=?no-such-charset?q?caf=C3=A9?=", "café"),
    ("=?utf-8*en?q?language?=", "language"),
    ("folded\r\n\tline\n again", "folded line again"),
    ("raw café", "raw café"),
    ("\udcc3\udca9t\udcc3\udca9", "été"),
    ("caf\udce9", "café"),
    ("a\x00b\x07c", "abc"),
    ("  spaces around  ", "spaces around"),
    ("=?utf-8?q?line=0D=E2=80=A8end?=", "line  end"),
    ("=?=?=?=", "=?=?=?="),
    ("a =?utf-8?q??= b", "a  b"),
]


@pytest.mark.parametrize(("sent", "words"), AS_SENT)
def test_a_header_is_unfolded_and_decoded_or_left_as_it_was_sent(sent: str, words: str) -> None:
    assert header_text(sent) == words
