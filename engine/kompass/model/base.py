"""What every value of the model has in common."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

Lang = Literal["nb", "nn"]
LANGUAGES: tuple[Lang, ...] = get_args(Lang)


class Value(BaseModel):
    """An immutable value whose unknown keys are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Text(Value):
    """A text in the languages kompass speaks. Nynorsk may lag behind bokmål."""

    nb: str
    nn: str | None = None

    def __call__(self, lang: Lang) -> str:
        """Return the text in ``lang``, or in bokmål where a translation is missing."""
        return (self.nn if lang == "nn" else None) or self.nb
