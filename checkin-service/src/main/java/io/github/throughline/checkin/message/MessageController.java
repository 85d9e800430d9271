package io.github.throughline.checkin.message;

import io.github.throughline.checkin.access.EpisodeAccess;
import io.github.throughline.platform.security.Allow;
import io.github.throughline.platform.security.Caller;
import java.time.Instant;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A message, for the coordinator, those who treat, the patient and whoever wrote it. */
@RestController
class MessageController {

    /** @param author subject of whoever wrote it */
    record MessageView(UUID messageId, Instant writtenAt, String author, String text) {}

    private final Messages messages;
    private final EpisodeAccess access;

    MessageController(Messages messages, EpisodeAccess access) {
        this.messages = messages;
        this.access = access;
    }

    @GetMapping("/episodes/{episodeId}/messages/{messageId}")
    @Allow(
            value = {},
            to = Allow.To.EPISODE)
    MessageView message(@PathVariable UUID episodeId, @PathVariable UUID messageId, Caller caller) {
        boolean mayReadAll = access.isAddressed(episodeId, caller);
        return messages.find(episodeId, messageId)
                .filter(message -> mayReadAll || message.author().equals(caller.subject()))
                .map(message -> new MessageView(message.id(), message.writtenAt(), message.author(), message.text()))
                .orElseThrow(() -> new MessageNotFound(messageId));
    }
}
