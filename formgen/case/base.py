"""What every part of a case has in common: frozen, exact, and refusing what it does not know."""

import re
from typing import Annotated, Any, ClassVar, Literal, TypeAlias, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetJsonSchemaHandler,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from formgen.case.field_notes import field_notes

T = TypeVar("T")

_LAST_TWO_OF_EACH_PLANE = "".join(
    f"{chr(0x10000 * plane + 0xFFFE)}{chr(0x10000 * plane + 0xFFFF)}" for plane in range(17)
)
UNPRINTABLE = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ud800-\\udfff\\ufdd0-\\ufdef"
    + _LAST_TWO_OF_EACH_PLANE
    + "]"
)
"""Control characters but line ends and tabs, the Unicode line and paragraph separators, halves of surrogate
pairs, and what Unicode says is no character."""


def without_control_characters(text: str) -> str:
    """Return *text* unchanged, or refuse it for a character that no paper can carry.

    Line ends and tabs are text.  Other control characters, halves of
    surrogate pairs and the Unicode line and paragraph separators are not
    allowed in Word's XML or change where a line ends.

    Raises:
        PydanticCustomError: `control-character`, naming the code point only.
    """
    if found := UNPRINTABLE.search(text):
        raise PydanticCustomError(
            "control-character",
            "This text holds a character that cannot be printed (U+{point}).",
            {
                "point": f"{ord(found.group()):04X}",
                "fix": "Delete the character; it often comes with copied text.",
            },
        )
    return text


Text: TypeAlias = Annotated[str, AfterValidator(without_control_characters)]
"""Words as typed.  They pass through unchanged."""

_NEUTRAL_NAME = "[A-Za-z0-9]+(-[A-Za-z0-9]+)*"
LONGEST_NAME = 60


def _neutral_name(name: str) -> str:
    """Return *name*, or refuse it if it is not letters, digits and hyphens."""
    if len(name) > LONGEST_NAME or not re.fullmatch(_NEUTRAL_NAME, name):
        raise PydanticCustomError(
            "id-not-in-form",
            "A short name has letters, digits and single hyphens only, {longest} at most.",
            {"longest": LONGEST_NAME, "fix": "Write it as first-email."},
        )
    return name


Identifier: TypeAlias = Annotated[
    str,
    AfterValidator(_neutral_name),
    WithJsonSchema({"type": "string", "pattern": f"^{_NEUTRAL_NAME}$", "maxLength": LONGEST_NAME}),
]
"""A short neutral name: letters, digits and hyphens."""


def _whole_number(value: object) -> object:
    """Read digits as a number; anything else is refused, never rounded."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 9:
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise PydanticCustomError(
        "not-a-whole-number", "This is not a whole number.", {"fix": "Write it in digits, such as 11."}
    )


Count: TypeAlias = Annotated[
    int,
    BeforeValidator(_whole_number),
    WithJsonSchema({"type": ["integer", "string"], "pattern": "^[0-9]+$"}),
]
"""A whole number, typed in digits."""


def _json_words(value: object) -> object:
    """Read JSON's `true` and `false` as the words they stand for."""
    return {"true": "yes", "false": "no"}.get(value, value) if isinstance(value, str) else value


YesNo: TypeAlias = Annotated[
    Literal["yes", "no"], BeforeValidator(_json_words), WithJsonSchema({"enum": ["yes", "no", True, False]})
]
"""Yes or no; blank while it is still to be asked."""

YesNoUnknown: TypeAlias = Annotated[
    Literal["yes", "no", "unknown"],
    BeforeValidator(_json_words),
    WithJsonSchema({"enum": ["yes", "no", "unknown", True, False]}),
]
"""Yes, no, or not known: three answers; blank while it is still to be asked."""

YesNoPartly: TypeAlias = Annotated[
    Literal["yes", "no", "partly"],
    BeforeValidator(_json_words),
    WithJsonSchema({"enum": ["yes", "no", "partly", True, False]}),
]
"""Yes, no, or in part; blank while it is still to be asked."""

NONE: Literal["none"] = "none"
NoneGiven: TypeAlias = Literal["none"]
"""Typed where a list could stand, to say that there is nothing to list."""

Audience: TypeAlias = Literal["employer", "court", "log"]
"""Who reads a paper; decides what is withheld."""

Channel: TypeAlias = Literal[
    "email",
    "text",
    "phone call",
    "voicemail",
    "letter",
    "social media",
    "in person",
    "on site",
    "other",
]
"""The way something reached the person it was meant for."""


def records(listed: "tuple[T, ...] | NoneGiven | None") -> tuple[T, ...]:
    """Return the records of a list that may also be blank or said to be `none`."""
    return listed if isinstance(listed, tuple) else ()


class CaseModel(BaseModel):
    """A part of the case: frozen, and refusing unknown keys."""

    # Built when it is first used: no command uses all of them.
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def leave_out_blanks(cls, value: Any) -> Any:  # noqa: ANN401 - pydantic hands over what was typed
        """Take a key with nothing after it, or an empty text, as not given: unfinished is a legal state."""
        if isinstance(value, dict):
            return {key: entry for key, entry in value.items() if entry is not None and entry != ""}
        return value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler, /
    ) -> JsonSchemaValue:
        """Give editors the text under each field as its help."""
        schema = handler(core_schema)
        properties = handler.resolve_ref_schema(schema).get("properties", {})
        for name, note in field_notes(cls).items():
            if name in properties:
                properties[name].setdefault("description", note)
        return schema


class ShorthandModel(CaseModel):
    """A part that may be typed as one line of text when only its main field is known."""

    main_field: ClassVar[str]

    @model_validator(mode="before")
    @classmethod
    def read_shorthand(cls, value: Any) -> Any:  # noqa: ANN401 - pydantic hands over what was typed
        """Take a bare text as the main field."""
        return {cls.main_field: value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler, /
    ) -> JsonSchemaValue:
        """Show editors both ways to type it."""
        long_form = super().__get_pydantic_json_schema__(core_schema, handler)
        return {"anyOf": [{"type": "string"}, long_form]}
