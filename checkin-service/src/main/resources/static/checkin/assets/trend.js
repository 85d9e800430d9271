"use strict";
// A code is sent to the holder's contact; only with it their own answers are shown.

let challenge = null;

function intro() {
    show(element("div", { class: "card" },
        element("h1", {}, word("trendTitle")),
        element("p", { class: "lead" }, word("trendIntro"))),
    element("div", { class: "actions" },
        element("button", { type: "button", class: "primary", click: ask }, word("trendSend"))));
}

async function ask() {
    try {
        const answer = await call("POST", "/codes");
        if (answer.status === 429) { say(word("trendWait")); return; }
        if (!answer.ok) { say(word("goneText")); return; }
        challenge = answer.body.challengeId;
        say("");
        enter();
    } catch (e) {
        say(word("offline"));
    }
}

function enter() {
    const code = element("input", {
        type: "text", class: "code", id: "code", inputmode: "numeric", autocomplete: "one-time-code", maxlength: 6,
        pattern: "[0-9]{6}", "aria-describedby": "code-hint",
    });
    const fields = element("form", { submit: event => { event.preventDefault(); enterCode(code.value.trim()); } },
        element("div", { class: "card" },
            element("h1", {}, word("trendTitle")),
            element("label", { class: "field", for: "code" }, word("trendCode"), code),
            element("p", { class: "hint", id: "code-hint" }, word("trendCodeHint"))),
        element("div", { class: "actions" }, element("button", { type: "submit", class: "primary" }, word("trendShow"))));
    show(fields);
    code.focus();
}

async function enterCode(code) {
    try {
        const answer = await call("POST", "/trend", { challengeId: challenge, code, language: document.documentElement.lang });
        if (answer.ok) { say(""); trends(answer.body); } else { say(word("trendWrong")); }
    } catch (e) {
        say(word("offline"));
    }
}

function trends(all) {
    show(element("h1", {}, word("trendTitle")),
        ...(all.length ? all.map(trend) : [element("p", { class: "lead" }, word("trendNone"))]));
}

function trend(one) {
    const rows = one.points.map(point => element("tr", {}, element("td", {}, point.day), element("td", {}, String(point.value))));
    return element("section", { class: "card" },
        element("h2", {}, one.title),
        chart(one),
        element("details", {},
            element("summary", {}, word("trendTable")),
            element("table", {},
                element("thead", {}, element("tr", {},
                    element("th", { scope: "col" }, word("trendDate")), element("th", { scope: "col" }, word("trendValue")))),
                element("tbody", {}, ...rows))));
}

function chart(one) {
    const width = 480, height = 200, left = 36, bottom = 28, top = 12, right = 12;
    const times = one.points.map(point => Date.parse(point.at));
    const first = Math.min(...times), span = Math.max(1, Math.max(...times) - first);
    const x = at => left + (width - left - right) * (one.points.length === 1 ? .5 : (Date.parse(at) - first) / span);
    const y = value => top + (height - top - bottom) * (1 - (value - one.minimum) / (one.maximum - one.minimum));
    const path = one.points.map((point, n) => (n ? "L" : "M") + x(point.at).toFixed(1) + " " + y(point.value).toFixed(1)).join(" ");
    const last = one.points[one.points.length - 1];
    const text = one.title + ": " + one.points[0].day + " " + one.points[0].value + ", " + last.day + " " + last.value;
    return element("svg", { class: "chart", viewBox: "0 0 " + width + " " + height, role: "img", "aria-label": text },
        ...[one.minimum, (one.minimum + one.maximum) / 2, one.maximum].map(value => element("g", {},
            element("line", { class: "grid", x1: left, x2: width - right, y1: y(value), y2: y(value) }),
            element("text", { x: left - 8, y: y(value) + 4, "text-anchor": "end" }, String(value)))),
        element("path", { class: "line", d: path }),
        ...one.points.map(point => element("circle", { class: "dot", cx: x(point.at), cy: y(point.value), r: 5 })),
        one.points.length === 1
            ? element("text", { x: x(last.at), y: height - 6, "text-anchor": "middle" }, last.day)
            : element("text", { x: left, y: height - 6 }, one.points[0].day),
        one.points.length > 1 ? element("text", { x: width - right, y: height - 6, "text-anchor": "end" }, last.day) : null);
}

intro();
