"""Reference tables and maps, good and bad: one clear issue for each fault, the rest is used."""

import io
import json
import tarfile
from datetime import UTC, date, datetime

import pytest
import shapely

from sitrep.model.errors import UsageError, VocabularyError
from sitrep.sources.reference import read_reference

PARTIES = ("norland", "sudria")
STRIKES = """
id: air-force
name: Attacks on Sudria
kind: strikes
source: https://example.org
licence: CC0
claimant: Sudria's air force
timezone: Europe/Kyiv
attacker: norland
target: sudria
data: table.csv
columns:
  {start: from, end: to, weapon: type, launched: sent, intercepted: downed, lost: gone,
   regions: where}
weapons: {drone: [Shahed*], cruise-missile: [Kalibr]}
"""
CONTROL = """
id: map
name: Map of the front
kind: control
source: https://example.org
licence: CC0
claimant: The Map
holder: norland
data: maps
covers: [UA]
"""
HEAD = "from,to,type,sent,downed,gone,where\n"
SQUARE = [[30, 48], [31, 48], [31, 49], [30, 49], [30, 48]]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "maps").mkdir()
    return tmp_path


def read_table(folder, rows, mapping=STRIKES, head=HEAD):
    (folder / "mapping.yaml").write_text(mapping)
    (folder / "table.csv").write_text(head + "".join(row + "\n" for row in rows))
    return read_reference(str(folder / "mapping.yaml"), parties=PARTIES)


def polygon(*rings, properties=None):
    geometry = {"type": "Polygon", "coordinates": list(rings)}
    return {"type": "Feature", "properties": properties or {}, "geometry": geometry}


def read_maps(folder, files, mapping=CONTROL):
    (folder / "mapping.yaml").write_text(mapping)
    for name, features in files.items():
        document = {"type": "FeatureCollection", "features": features}
        (folder / "maps" / name).write_text(json.dumps(document))
    return read_reference(str(folder / "mapping.yaml"), parties=PARTIES)


def test_rows_become_records_in_utc_with_the_weapon_of_the_vocabulary(folder):
    reference, issues = read_table(
        folder, ["2025-05-19 19:00,2025-05-20 9:00,Shahed-136,108.0,35,58,\"['Sumy', 'Kyiv']\""]
    )
    (record,) = reference.strikes
    assert issues == ()
    assert record.start == datetime(2025, 5, 19, 16, tzinfo=UTC)
    assert record.end == datetime(2025, 5, 20, 6, tzinfo=UTC)
    assert (record.weapon, record.written) == ("drone", "Shahed-136")
    assert (record.launched, record.intercepted, record.lost, record.hit) == (108, 35, 58, None)
    assert record.regions == ("Sumy", "Kyiv")
    assert (record.attacker, record.target, record.row) == ("norland", "sudria", 2)
    assert reference.licence == "CC0"


@pytest.mark.parametrize(
    ("row", "code", "said"),
    [
        ("2025-05-19,2025-05-20,Shahed,16,20,6,", "impossible-count", "make 26 of 16 sent"),
        ("2025-05-19,2025-05-20,Shahed,-4,,,", "bad-count", "sent: -4"),
        ("2025-05-19,2025-05-20,Shahed,many,,,", "bad-count", "sent: 'many'"),
        ("2025-05-19,2025-05-20,Shahed,nan,,,", "bad-count", "sent: nan"),
        ("2025-05-19,2025-05-20,Catapult,4,,,", "unknown-weapon", "type: 'Catapult'"),
        ("yesterday,2025-05-20,Shahed,4,,,", "bad-time", "from: 'yesterday'"),
        ("2025-05-21,2025-05-19,Shahed,4,,,", "bad-window", "ends before it begins"),
    ],
)
def test_a_bad_row_is_one_issue_with_row_and_field_and_the_rest_is_used(folder, row, code, said):
    good = "2025-05-20,2025-05-20,Kalibr,4,4,,"
    reference, (issue,) = read_table(folder, [row, good])
    assert [record.weapon for record in reference.strikes] == ["cruise-missile"]
    assert issue.code == code
    assert issue.subject.endswith("table.csv[2]")
    assert said in issue.message


def test_a_party_that_the_theatre_does_not_have_is_named(folder):
    mapping = STRIKES.replace("attacker: norland", "attacker: atlantis")
    reference, (issue,) = read_table(folder, ["2025-05-19,2025-05-20,Shahed,4,,,"], mapping)
    assert reference.strikes == ()
    assert issue.code == "unknown-party"
    assert "'atlantis' is no party of the theatre (norland, sudria)" in issue.message


def test_a_table_without_a_column_is_one_issue(folder):
    reference, (issue,) = read_table(folder, ["a,b"], head="from,to\n")
    assert reference.strikes == ()
    assert issue.code == "missing-column"
    assert "'type', 'sent'" in issue.message


def test_a_fault_in_the_mapping_names_its_line(folder):
    with pytest.raises(VocabularyError, match=r"mapping.yaml:4: kind"):
        read_table(folder, [], STRIKES.replace("kind: strikes", "kind: weather"))
    with pytest.raises(VocabularyError, match="names the columns"):
        read_table(folder, [], "\n".join(STRIKES.split("columns:")[:1]))


def test_missing_files_are_told_at_once(folder):
    with pytest.raises(UsageError, match="no such file"):
        read_reference(str(folder / "none.yaml"), parties=PARTIES)
    (folder / "mapping.yaml").write_text(STRIKES)
    with pytest.raises(UsageError, match=r"its data .*table.csv is missing"):
        read_reference(str(folder / "mapping.yaml"), parties=PARTIES)


def test_each_file_of_a_folder_is_the_map_of_its_day(folder):
    reference, issues = read_maps(
        folder, {"2025-05-02.geojson": [polygon(SQUARE)], "2025-05-01.geojson": [polygon(SQUARE)]}
    )
    assert issues == ()
    assert [layer.day for layer in reference.layers] == [date(2025, 5, 1), date(2025, 5, 2)]
    assert shapely.from_wkb(reference.layers[0].geometry).area == pytest.approx(1)


def test_an_archive_reads_like_a_folder(folder):
    (folder / "mapping.yaml").write_text(CONTROL)
    body = json.dumps(polygon(SQUARE)).encode()
    with tarfile.open(folder / "maps.tar.gz", "w:gz") as archive:
        entry = tarfile.TarInfo("day_20250501.geojson")
        entry.size = len(body)
        archive.addfile(entry, io.BytesIO(body))
    given = f"{folder / 'mapping.yaml'}={folder / 'maps.tar.gz'}"
    reference, issues = read_reference(given, parties=PARTIES)
    assert (len(reference.layers), issues) == (1, ())


@pytest.mark.parametrize(
    ("feature", "code", "said"),
    [
        (polygon(), "empty-geometry", "is empty"),
        ({"type": "Feature", "properties": {}, "geometry": None}, "empty-geometry", "is empty"),
        (polygon([[4e6, 6e6], [5e6, 6e6], [5e6, 7e6], [4e6, 6e6]]), "other-projection", "4000000"),
        (polygon([[30, 48], [31, 48]]), "bad-geometry", "cannot be read"),
        (
            {"properties": {}, "geometry": {"type": "Point", "coordinates": [1, 2]}},
            "no-area",
            "'Point' is no area",
        ),
    ],
)
def test_a_bad_geometry_is_one_issue_and_the_other_features_are_used(folder, feature, code, said):
    reference, (issue,) = read_maps(folder, {"2025-05-01.json": [feature, polygon(SQUARE)]})
    assert len(reference.layers) == 1
    assert issue.code == code
    assert issue.subject.endswith("2025-05-01.json[0]")
    assert said in issue.message


def test_a_polygon_that_crosses_itself_is_repaired_and_noted(folder):
    bow_tie = [[30, 48], [31, 49], [31, 48], [30, 49], [30, 48]]
    reference, (issue,) = read_maps(folder, {"2025-05-01.json": [polygon(bow_tie)]})
    assert issue.code == "invalid-geometry"
    assert "Self-intersection" in issue.message
    geometry = shapely.from_wkb(reference.layers[0].geometry)
    assert geometry.is_valid
    assert geometry.area == pytest.approx(0.5)


def test_a_file_in_another_projection_is_refused(folder):
    (folder / "mapping.yaml").write_text(CONTROL)
    document = {
        "type": "FeatureCollection",
        "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}},
        "features": [polygon(SQUARE)],
    }
    (folder / "maps" / "2025-05-01.json").write_text(json.dumps(document))
    reference, (issue,) = read_reference(str(folder / "mapping.yaml"), parties=PARTIES)
    assert reference.layers == ()
    assert issue.code == "other-projection"
    assert "EPSG::3857" in issue.message


def test_properties_can_tell_holder_day_and_what_counts(folder):
    mapping = CONTROL.replace("holder: norland", "holder_property: who\nholders: {N: norland}")
    mapping += "day_property: seen\nwhere: {status: [held]}\n"
    held = {"who": "N", "seen": "2025-05-03T10:00:00Z", "status": "held"}
    features = [
        polygon(SQUARE, properties=held),
        polygon(SQUARE, properties={**held, "status": "claimed"}),
        polygon(SQUARE, properties={**held, "who": "atlantis"}),
        polygon(SQUARE, properties={**held, "seen": "then"}),
    ]
    reference, issues = read_maps(folder, {"layer.json": features}, mapping)
    assert [(layer.holder, layer.day) for layer in reference.layers] == [
        ("norland", date(2025, 5, 3))
    ]
    assert [issue.code for issue in issues] == ["unknown-party", "no-day"]


def test_a_file_without_a_day_in_its_name_is_told(folder):
    _, (issue,) = read_maps(folder, {"front.json": [polygon(SQUARE)]})
    assert issue.code == "no-day"


def test_a_file_without_features_is_told(folder):
    _, (issue,) = read_maps(folder, {"2025-05-01.json": []})
    assert (issue.code, issue.message.endswith("holds no features")) == ("no-features", True)
