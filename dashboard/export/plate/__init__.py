"""A view as a plate: one statement with its picture, for pictures, slides and printed pages.

``parts`` says what a plate holds, one module per page turns its answer into one, and the writers set
it: pictures of fixed sizes, pages of a PDF, slides.
"""
