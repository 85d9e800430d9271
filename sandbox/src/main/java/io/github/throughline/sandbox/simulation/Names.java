package io.github.throughline.sandbox.simulation;

import java.util.List;
import java.util.random.RandomGenerator;

/** Names for people who do not exist. */
final class Names {

    private static final List<String> GIVEN = List.of(
            "Ada", "Bruno", "Carla", "Dieter", "Elena", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Keiko", "Liam",
            "Mona", "Nils", "Olga", "Pedro", "Rosa", "Samir", "Tilda", "Uwe", "Vera", "Wanda", "Yusuf", "Zoe");
    private static final List<String> FAMILY = List.of(
            "Abbot",
            "Brandt",
            "Costa",
            "Dahl",
            "Evans",
            "Fischer",
            "Gruber",
            "Haas",
            "Ivanov",
            "Jensen",
            "Kowalski",
            "Lindner",
            "Meyer",
            "Novak",
            "Okafor",
            "Petrov",
            "Quist",
            "Rossi",
            "Santos",
            "Tanaka",
            "Urban",
            "Vogel");

    private Names() {}

    static String of(RandomGenerator chance) {
        return GIVEN.get(chance.nextInt(GIVEN.size())) + " " + FAMILY.get(chance.nextInt(FAMILY.size()));
    }
}
