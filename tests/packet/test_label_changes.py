"""What changed since the packet that was served, as a list for whoever reads both."""

from dataclasses import replace

from formgen.facts.served import ExhibitRow
from formgen.packet.label_changes import ChangeWords, changes_text

EMAIL = ExhibitRow("A", "email of March 5, 2026", "", "a.eml", "1" * 64, 9, 2)
PHOTO = ExhibitRow("B", "photograph of the door", "", "b.jpg", "2" * 64, 12, 1)
LOCK = ExhibitRow("C", "", "", "", "", 14, 1)
NOTE = ExhibitRow("D", "note of Nguyễn Thị {label}", "", "d.pdf", "4" * 64, 16, 3)


def test_what_is_new_gone_reworded_and_moved_is_listed_under_its_heading() -> None:
    before = [EMAIL, PHOTO, LOCK]
    after = [
        EMAIL,
        replace(PHOTO, label=" b", description="photograph of\n the  office door", first_page=13, pages=3),
        NOTE,
        ExhibitRow("A-1", "headers of the email", sha256="5" * 64),
    ]

    assert changes_text(before, after) == (
        "Exhibits: what has changed since the packet that was served\n"
        "\n"
        "Added:\n"
        "  Exhibit D: note of Nguyễn Thị {label}\n"
        "  Exhibit A-1: headers of the email\n"
        "\n"
        "No longer there:\n"
        "  Exhibit C\n"
        "\n"
        "Described in other words:\n"
        "  Exhibit b\n"
        "    before: photograph of the door\n"
        "    now: photograph of the office door\n"
        "\n"
        "On other pages:\n"
        "  Exhibit b: photograph of the office door\n"
        "    before: page 12, 1 page\n"
        "    now: page 13, 3 pages\n"
        "\n"
        "As before:\n"
        "  Exhibit A: email of March 5, 2026\n"
    )


def test_a_packet_served_again_as_it_was_has_no_changes() -> None:
    assert changes_text([EMAIL], [EMAIL]) == (
        "Exhibits: what has changed since the packet that was served\n"
        "\n"
        "Nothing has changed.\n"
        "\n"
        "As before:\n"
        "  Exhibit A: email of March 5, 2026\n"
    )


def test_nothing_served_and_nothing_made_is_said_too() -> None:
    assert changes_text([], []).endswith("\n\nNothing has changed.\n")


def test_a_page_that_one_sheet_does_not_know_is_no_change() -> None:
    unknown = replace(EMAIL, first_page=None, pages=None)

    assert changes_text([unknown], [EMAIL]) == changes_text([EMAIL], [EMAIL])
    assert "before: page 8\n" in changes_text([replace(EMAIL, first_page=8, pages=None)], [EMAIL])


def test_a_description_that_was_left_out_is_said_to_be_missing() -> None:
    text = changes_text([EMAIL], [replace(EMAIL, description="")])

    assert "    before: email of March 5, 2026\n    now: (no description)\n" in text


def test_another_file_under_a_label_is_one_gone_and_one_added() -> None:
    text = changes_text([EMAIL], [replace(EMAIL, sha256="9" * 64)])

    assert text.count("Exhibit A: email of March 5, 2026") == 2
    assert "As before:" not in text


def test_what_was_withdrawn_before_is_not_withdrawn_again() -> None:
    gone = PHOTO.withdrawn()

    assert changes_text([EMAIL, gone], [EMAIL, gone]) == changes_text([EMAIL], [EMAIL])
    assert "No longer there:\n  Exhibit B: photograph of the door\n" in changes_text(
        [EMAIL, PHOTO], [EMAIL, gone]
    )
    assert "Added:\n  Exhibit B: photograph of the door\n" in changes_text([EMAIL, gone], [EMAIL, PHOTO])


def test_the_words_of_the_list_may_be_others() -> None:
    words = ChangeWords(title="Cambios", added="Nuevo:", exhibit="Anexo {label}: {description}")

    assert changes_text([], [PHOTO], words) == "Cambios\n\nNuevo:\n  Anexo B: photograph of the door\n"
