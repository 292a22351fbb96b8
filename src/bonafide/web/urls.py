"""The addresses of the web application."""

from __future__ import annotations

from django.urls import path

from bonafide.web.views import (
    application,
    board,
    correcting,
    data,
    editing,
    files,
    guides,
    home,
    loops,
    practice,
    preparing,
)

handler400 = "bonafide.web.faults.refused"
handler404 = "bonafide.web.faults.not_found"
handler500 = "bonafide.web.faults.broken"

urlpatterns = [
    path("", home.page, name="home"),
    path("prepare", preparing.begin, name="prepare"),
    path("runs/<uuid:run>", preparing.page, name="run"),
    path("runs/<uuid:run>/progress", preparing.progress, name="run-progress"),
    path("runs/<uuid:run>/mend", preparing.mend, name="run-mend"),
    path("cvs", correcting.kept, name="cvs"),
    path("cvs/<uuid:cv>", correcting.cv, name="cv"),
    path("cvs/<uuid:cv>/correct", correcting.correct_cv, name="cv-correct"),
    path("cvs/<uuid:cv>/reread", correcting.reread, name="cv-reread"),
    path("cvs/<uuid:cv>/delete", correcting.delete, name="cv-delete"),
    path("cvs/<uuid:cv>/<int:page>.png", correcting.page_picture, name="cv-page"),
    path("applications/<uuid:application>", application.match, name="application"),
    path("applications/<uuid:application>/cv", editing.cv, name="application-cv"),
    path("applications/<uuid:application>/cv/switch", editing.switch, name="cv-switch"),
    path(
        "applications/<uuid:application>/cv/<slug:digest>/<int:page>.png",
        editing.cv_picture,
        name="cv-picture",
    ),
    path("applications/<uuid:application>/letter", editing.letter, name="application-letter"),
    path("applications/<uuid:application>/letter/check", editing.check_letter, name="letter-check"),
    path("applications/<uuid:application>/letter/save", editing.save_letter, name="letter-save"),
    path("applications/<uuid:application>/fact", editing.add_fact, name="fact-add"),
    path("applications/<uuid:application>/interview", application.interview, name="application-interview"),
    path("applications/<uuid:application>/posting", correcting.posting, name="application-posting"),
    path(
        "applications/<uuid:application>/posting/correct", correcting.correct_posting, name="posting-correct"
    ),
    path("applications/<uuid:application>/posting/reread", correcting.reread_posting, name="posting-reread"),
    path("applications/<uuid:application>/posting/<int:number>", files.snapshot, name="snapshot"),
    path("applications/<uuid:application>/files", application.files, name="application-files"),
    path("applications/<uuid:application>/again", application.again, name="application-again"),
    path("applications/<uuid:application>/<int:number>/<str:name>", files.paper, name="paper"),
    path("data", data.page, name="data"),
    path("data/export", data.export, name="data-export"),
    path("data/import", data.bring_in, name="data-import"),
    path("guides", guides.shelves, name="guides"),
    path("guides/<slug:name>", guides.guide, name="guide"),
    path("applications/<uuid:application>/history", board.card_history, name="history"),
    path("applications/<uuid:application>/history/<uuid:event>/day", board.day, name="history-day"),
    path("board", board.page, name="board"),
    path("board/archive", board.archive, name="board-archive"),
    path("board/add", board.add, name="board-add"),
    path("board/undo", board.undo, name="board-undo"),
    path("board/cards/<uuid:application>", board.card, name="board-card"),
    path("board/cards/<uuid:application>/move", board.move, name="board-move"),
    path("board/cards/<uuid:application>/place", board.place, name="board-place"),
    path("board/cards/<uuid:application>/notes", board.notes, name="board-notes"),
    path("board/cards/<uuid:application>/applied", board.applied, name="board-applied"),
    path("board/cards/<uuid:application>/archive", board.put_away, name="board-put-away"),
    path("board/cards/<uuid:application>/restore", board.restore, name="board-restore"),
    path("practice", practice.desk, name="practice"),
    path("practice/ask", practice.ask, name="ask"),
    path("practice/say", practice.say, name="say"),
    path("practice/attempts/<uuid:attempt>", practice.attempt, name="attempt"),
    path("practice/attempts/<uuid:attempt>/reply", practice.reply, name="attempt-reply"),
    path("practice/attempts/<uuid:attempt>/own", practice.rate_oneself, name="attempt-own"),
    path("practice/attempts/<uuid:attempt>/form", practice.form, name="attempt-form"),
    path("practice/attempts/<uuid:attempt>/colleague", practice.take_in, name="attempt-colleague"),
    path("practice/attempts/<uuid:attempt>/delete", practice.forget, name="attempt-delete"),
    path("practice/opinions/<uuid:opinion>/delete", practice.drop, name="opinion-delete"),
    path("applications/<uuid:application>/loop", loops.begin, name="loop-begin"),
    path("practice/loops/<uuid:rehearsal>", loops.page, name="loop"),
    path("practice/loops/<uuid:rehearsal>/on", loops.go_on, name="loop-on"),
    path("practice/loops/<uuid:rehearsal>/skip", loops.skip, name="loop-skip"),
    path("practice/loops/<uuid:rehearsal>/delete", loops.delete, name="loop-delete"),
]
