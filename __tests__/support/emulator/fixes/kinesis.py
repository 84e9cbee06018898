"""Kinesis: tags that come with the creation of a stream."""

from moto.kinesis.responses import KinesisResponse as Responses


def tags_on_create() -> None:
    create = Responses.create_stream

    def create_stream(self):
        answer = create(self)
        self.kinesis_backend.add_tags_to_stream(None, self._get_param("StreamName"), self._get_param("Tags") or {})
        return answer

    Responses.create_stream = create_stream


FIXES = [tags_on_create]
