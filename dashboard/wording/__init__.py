"""German words for numbers: values, periods, signs and the sentence that opens every view."""
