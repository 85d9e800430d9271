package io.github.throughline.stall.detection;

import java.util.List;
import java.util.TreeMap;

/** A safety answer. @param item id of the item; @param answer in points of the item */
public record SafetyAnswer(String item, int answer) {

    /** For each item its worst answer, in the order of the items. */
    static List<SafetyAnswer> worst(List<SafetyAnswer> answers) {
        var worst = new TreeMap<String, Integer>();
        answers.forEach(answer -> worst.merge(answer.item(), answer.answer(), Math::max));
        return worst.entrySet().stream()
                .map(item -> new SafetyAnswer(item.getKey(), item.getValue()))
                .toList();
    }
}
