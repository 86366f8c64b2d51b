from sitrep.engine.issue_log import IssueLog
from sitrep.model.issues import Issue


def issue(stage, subject, code="bad"):
    return Issue(stage=stage, severity="warning", subject=subject, code=code, message="Is bad.")


def test_issues_come_by_stage_and_subject_and_once():
    log = IssueLog()
    log.add([issue("ledger", "a"), issue("sources", "b")])
    log.add([issue("sources", "a"), issue("sources", "b")])
    assert [(found.stage, found.subject) for found in log.all()] == [
        ("sources", "a"),
        ("sources", "b"),
        ("ledger", "a"),
    ]
