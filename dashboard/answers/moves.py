"""What the catalogue knows of renamed and retired names, as addresses are read with it."""

from __future__ import annotations

from dashboard.catalogue.catalogue import Catalogue
from dashboard.state.moved import Gone, Moves


def moves_of(catalogue: Catalogue) -> Moves:
    """The moves of one release's catalogue: for addresses always that of the current one."""
    of_kind = {
        kind: {one.old: one.new for one in catalogue.renamed if one.kind == kind}
        for kind in ("kennzahl", "raum", "parameter")
    }
    gone = {one.old: Gone(one.title, one.since, one.reason, one.successor or "") for one in catalogue.retired}
    return Moves(of_kind["kennzahl"], of_kind["raum"], of_kind["parameter"], gone)
