"""Short reports in, the findings that must come out: through every stage from the file on."""

import importlib.util
from pathlib import Path

import pytest

_spec = importlib.util.spec_from_file_location("dossiers", Path(__file__).with_name("dossiers.py"))
dossiers = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(dossiers)


@pytest.fixture(scope="module")
def desk():
    return dossiers.Desk()


@pytest.mark.parametrize("path", dossiers.DOSSIERS, ids=lambda path: path.stem)
def test_the_findings_come_out(path, desk, tmp_path):
    dossier = dossiers.load_dossier(path)
    findings = desk.findings(dossier, tmp_path)
    used = set()
    for wanted in dossier["findings"]:
        if wanted.get("never"):
            assert not dossiers.alike(wanted, findings), dossiers.shown(findings)
            continue
        fitting = [one for one in findings if dossiers.fits(wanted, one) and one.id not in used]
        assert fitting, f"{wanted}\n{dossiers.shown(findings)}"
        used.add(fitting[0].id)
        if wanted.get("only"):
            assert len(dossiers.alike(wanted, findings)) == 1, dossiers.shown(findings)
        if "supersedes" in wanted:
            (before,) = [one for one in findings if one.id == fitting[0].supersedes]
            assert before.status == "superseded"
            assert before.answers[0].text == wanted["supersedes"]
