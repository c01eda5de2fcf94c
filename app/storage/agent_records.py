"""What is kept of an agent's call, as JSON: in the settings what the next is to be, in history the rest."""

from __future__ import annotations

import msgspec

from app.domain.agent import AgentTask, CallReport, Speaker, Utterance


class TaskRecord(msgspec.Struct):
    """An AgentTask."""

    agent_id: str
    agent_name: str = ""
    from_number: str = ""
    record: bool = True
    longest_s: int = 3600
    metadata: dict[str, str] = {}

    @classmethod
    def of(cls, task: AgentTask) -> TaskRecord:
        """Return what is kept of `task`."""
        return cls(
            task.agent_id,
            task.agent_name,
            task.from_number,
            task.record,
            task.longest_s,
            dict(task.metadata),
        )

    def task(self) -> AgentTask:
        """Return what was kept."""
        return AgentTask(
            self.agent_id,
            self.agent_name,
            self.from_number,
            self.record,
            self.longest_s,
            tuple(self.metadata.items()),
        )


class UtteranceRecord(msgspec.Struct):
    """An Utterance."""

    speaker: str
    words: str
    at_s: float | None = None


class ReportRecord(msgspec.Struct):
    """A CallReport."""

    duration_s: float | None = None
    transcript: list[UtteranceRecord] = []
    has_recording: bool = False

    @classmethod
    def of(cls, report: CallReport) -> ReportRecord:
        """Return what is kept of `report`."""
        said = [UtteranceRecord(each.speaker, each.words, each.at_s) for each in report.transcript]
        return cls(report.duration_s, said, report.has_recording)

    def report(self) -> CallReport:
        """Return what was kept; what somebody said whom only another version knows is left out."""
        speakers = {speaker.value: speaker for speaker in Speaker}
        said = tuple(
            Utterance(speakers[each.speaker], each.words, each.at_s)
            for each in self.transcript
            if each.speaker in speakers
        )
        return CallReport(self.duration_s, said, self.has_recording)
