"""The engine that templates run in can name values and choose between words, and little else."""

import pytest
from jinja2 import TemplateError, UndefinedError

from formgen.render.sandbox import FILTERS, sandbox


def test_it_has_four_filters_and_nothing_global() -> None:
    environment = sandbox()

    assert sorted(environment.filters) == sorted(FILTERS) == ["first", "join", "last", "length"]
    assert environment.globals == {}


@pytest.mark.parametrize(
    "source",
    [
        "{{ missing }}",
        "{{ text.missing }}",
        "{{ text | upper }}",
        "{{ text | safe }}",
        "{{ text | e }}",
        "{{ range(3) }}",
        "{{ text.__class__ }}",
        "{{ text.__class__.__mro__ }}",
        "{{ listed.append(1) }}",
        "{{ lipsum() }}",
        "{% if missing %}{% endif %}",
        "{% for x in missing %}{% endfor %}",
    ],
)
def test_it_refuses_unknown_names_and_everything_dangerous(source: str) -> None:
    with pytest.raises(TemplateError):
        sandbox().from_string(source).render(text="typed", listed=[])


def test_it_escapes() -> None:
    assert sandbox().from_string("{{ text }}").render(text="<a> & b") == "&lt;a&gt; &amp; b"


def test_every_engine_is_a_new_one() -> None:
    first = sandbox()
    first.globals["left"] = "behind"

    assert sandbox().globals == {}


def test_letters_share_compiled_code_and_never_a_value() -> None:
    source = "Dear {{ name }}"
    first, second = sandbox().from_string(source), sandbox().from_string(source)

    assert first is not second
    assert (first.render(name="Ann"), second.render(name="Bo")) == ("Dear Ann", "Dear Bo")
    with pytest.raises(UndefinedError):
        sandbox().from_string(source).render()


def test_a_template_that_is_parsed_already_is_taken_too() -> None:
    engine = sandbox()

    assert engine.from_string(engine.parse("{{ name }}")).render(name="Ann") == "Ann"
