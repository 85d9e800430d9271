"use strict";
// One question a screen. Every answer is kept on the device at once and on the server as soon as it can be reached.

const data = JSON.parse(document.getElementById("data").textContent);
const form = data.form;
const store = "checkin-" + form.checkinId;
const state = newest(JSON.parse(document.getElementById("draft").textContent), kept()) || {
    at: 0, key: crypto.randomUUID(), step: 0, items: {}, done: {}, effects: {}, medication: null, message: "",
};
let saving = null;
let isSending = false;

function kept() {
    try { return JSON.parse(localStorage.getItem(store)); } catch (e) { return null; }
}

function newest(one, other) {
    if (!one || !other) return one || other;
    return one.at >= other.at ? one : other;
}

/** Keeps what was answered: here at once, on the server a moment later. */
function keep() {
    state.at = Date.now();
    try { localStorage.setItem(store, JSON.stringify(state)); } catch (e) { /* private window: the server has it */ }
    clearTimeout(saving);
    saving = setTimeout(save, 400);
}

async function save() {
    if (isSending) return;
    try {
        say(word("saving"));
        const answer = await call("PUT", "/draft", { checkinId: form.checkinId, content: state });
        say(answer.ok ? word("saved") : "");
    } catch (e) {
        say(word("offline"));
    }
}

const screens = [welcome]
    .concat(form.questions.map((question, n) => () => asked(n, ask(question))))
    .concat(form.activities.map((activity, n) => () => asked(form.questions.length + n, times(activity))))
    .concat([effects, severity, medication, message, review]);
const QUESTIONS = form.questions.length + form.activities.length + 3;

function go(step) {
    const forward = step >= state.step;
    state.step = Math.max(0, Math.min(step, screens.length - 1));
    if (screens[state.step] === severity && Object.keys(state.effects).length === 0) {
        go(state.step + (forward ? 1 : -1));
        return;
    }
    keep();
    screens[state.step]();
}

function welcome() {
    const begun = Object.keys(state.items).length > 0;
    show(element("div", { class: "card" },
        element("h1", {}, word("title")),
        element("p", { class: "lead" }, word("intro")),
        element("p", { class: "hint" }, word("until", { until: form.until }))),
    actions(null, button(word(begun ? "resume" : "start"), () => go(1), "primary")));
}

function progress(n) {
    const text = word("of", { n: n + 1, all: QUESTIONS });
    return element("div", { class: "progress" },
        element("progress", { max: QUESTIONS, value: n + 1, "aria-label": text }),
        element("span", {}, text));
}

function asked(n, parts) {
    show(progress(n), element("div", { class: "card" }, ...parts), back());
}

function back() {
    return actions(button(word("back"), () => go(state.step - 1)), button(word("next"), () => go(state.step + 1), "primary"));
}

function actions(...buttons) {
    return element("div", { class: "actions" }, ...buttons);
}

function button(text, act, kind) {
    return element("button", { type: "button", class: kind || null, click: act }, text);
}

function ask(question) {
    const name = question.measure + "/" + question.item;
    const choices = question.answers.map(choice => element("label", {},
        element("input", {
            type: "radio", name, value: choice.points, checked: state.items[name] === choice.points,
            "aria-label": question.isScale && choice.label ? choice.points + ", " + choice.label : null,
            change: () => { state.items[name] = choice.points; keep(); },
        }),
        question.isScale ? String(choice.points) : choice.label));
    const parts = [
        element("fieldset", {},
            element("legend", {}, element("h1", {}, question.text)),
            element("p", { class: "hint" }, question.recall),
            element("div", { class: question.isScale ? "scale" : "choices" }, ...choices),
            question.isScale ? ends(question.answers) : null),
    ];
    parts.push(button(word("skip"), () => { state.items[name] = null; go(state.step + 1); }, "link"));
    return [element("p", { class: "eyebrow" }, question.title), ...parts];
}

function ends(answers) {
    return element("div", { class: "ends", "aria-hidden": "true" },
        element("span", {}, answers[0].points + ": " + answers[0].label),
        element("span", {}, answers[answers.length - 1].points + ": " + answers[answers.length - 1].label));
}

function times(activity) {
    const shown = element("output", { "aria-live": "polite" }, value());
    function value() { return activity.id in state.done ? String(state.done[activity.id]) : "–"; }
    function count(by) {
        state.done[activity.id] = Math.max(0, Math.min(99, (state.done[activity.id] ?? (by > 0 ? 0 : 1)) + by));
        shown.textContent = value();
        keep();
    }
    return [
        element("h1", {}, word("activities", { title: activity.title })),
        element("p", { class: "hint" }, word("activitiesHint", { planned: activity.planned })),
        element("div", { class: "stepper", role: "group", "aria-label": activity.title },
            element("button", { type: "button", "aria-label": activity.title + " −1", click: () => count(-1) }, "−"),
            shown,
            element("button", { type: "button", "aria-label": activity.title + " +1", click: () => count(1) }, "+")),
    ];
}

function effects() {
    const boxes = Object.entries(form.sideEffects).map(([term, label]) => element("label", { class: "check" },
        element("input", {
            type: "checkbox", value: term, checked: term in state.effects,
            change: event => {
                if (event.target.checked) state.effects[term] = "MILD"; else delete state.effects[term];
                keep();
            },
        }), label));
    asked(QUESTIONS - 3, [element("fieldset", {},
        element("legend", {}, element("h1", {}, word("sideEffects"))),
        element("p", { class: "hint" }, word("sideEffectsHint")),
        element("div", { class: "choices" }, ...boxes))]);
}

function severity() {
    const parts = Object.keys(state.effects).map((term, n) => element("fieldset", {},
        element("legend", {}, element("h1", {}, word("severity", { term: form.sideEffects[term] || term }))),
        element("div", { class: "choices" }, ...["MILD", "MODERATE", "SEVERE"].map(how => element("label", {},
            element("input", {
                type: "radio", name: "severity-" + n, value: how, checked: state.effects[term] === how,
                change: () => { state.effects[term] = how; keep(); },
            }), word(how.toLowerCase()))))));
    asked(QUESTIONS - 3, parts);
}

function medication() {
    const kinds = [null, "STARTED", "STOPPED", "INCREASED", "DECREASED"];
    asked(QUESTIONS - 2, [element("fieldset", {},
        element("legend", {}, element("h1", {}, word("medication"))),
        element("p", { class: "hint" }, word("medicationHint")),
        element("div", { class: "choices" }, ...kinds.map(kind => element("label", {},
            element("input", {
                type: "radio", name: "medication", value: kind || "NO", checked: state.medication === kind,
                change: () => { state.medication = kind; keep(); },
            }), word(kind ? kind.toLowerCase() : "no")))))]);
}

function message() {
    const text = element("textarea", { maxlength: 2000, id: "message", input: event => { state.message = event.target.value; keep(); } });
    text.value = state.message;
    asked(QUESTIONS - 1, [
        element("h1", {}, word("message")),
        element("p", { class: "hint" }, word("messageHint")),
        element("label", { class: "field", for: "message" }, word("messageLabel"), text),
    ]);
}

function review() {
    const lines = form.questions.map(question => {
        const points = state.items[question.measure + "/" + question.item];
        const choice = question.answers.find(one => one.points === points);
        const answer = !choice ? word("notAnswered") : question.isScale ? String(points) : choice.label;
        return element("li", {}, element("span", {}, question.text), element("b", {}, answer));
    }).concat(form.activities.map(activity => element("li", {},
        element("span", {}, activity.title),
        element("b", {}, activity.id in state.done ? String(state.done[activity.id]) : word("notAnswered"))))
    ).concat(Object.entries(state.effects).map(([term, how]) => element("li", {},
        element("span", {}, form.sideEffects[term] || term), element("b", {}, word(how.toLowerCase())))));
    show(element("div", { class: "card" },
        element("h1", {}, word("review")),
        element("p", { class: "hint" }, word("reviewHint")),
        element("ul", { class: "answers" }, ...lines)),
    actions(button(word("back"), () => go(state.step - 1)), button(word("send"), send, "primary")));
}

/** Sent until the server has answered; the key makes it one submission however often it arrives. */
async function send() {
    isSending = true;
    clearTimeout(saving);
    document.querySelectorAll("main button").forEach(one => { one.disabled = true; });
    for (let pause = 1000; ; pause = Math.min(30000, pause * 2)) {
        say(word("sending"));
        try {
            const answer = await call("POST", "/submission", submission());
            if (answer.ok) { done(answer.body.safety); return; }
            if (answer.status < 500) { refused(); return; }
        } catch (e) { /* no network: try again */ }
        say(word("retry"));
        await new Promise(resolve => {
            const timer = setTimeout(resolve, pause);
            window.addEventListener("online", () => { clearTimeout(timer); resolve(); }, { once: true });
        });
    }
}

function submission() {
    const measures = new Map();
    for (const question of form.questions) {
        const items = measures.get(question.measure) || {};
        items[question.item] = state.items[question.measure + "/" + question.item] ?? null;
        measures.set(question.measure, items);
    }
    return {
        checkinId: form.checkinId,
        key: state.key,
        language: document.documentElement.lang,
        answers: {
            answers: [...measures].map(([measure, items]) => ({ measure, items })),
            sideEffects: Object.entries(state.effects).map(([term, how]) => ({ term, severity: how })),
            adherence: Object.entries(state.done).map(([activity, count]) => ({ activity, done: count })),
            medicationChanges: state.medication ? [{ medication: "unspecified", change: state.medication }] : [],
            message: state.message || null,
        },
    };
}

function forget() {
    try { localStorage.removeItem(store); } catch (e) { /* nothing was kept */ }
}

function done(safety) {
    forget();
    say("");
    show(element("div", { class: "card done" },
        safety ? element("p", { class: "alarm", role: "alert" }, word("doneSafety"))
            : element("div", { class: "tick", "aria-hidden": "true" }, "✓"),
        element("h1", {}, word("done")),
        element("p", { class: "lead" }, word("doneText")),
        form.rest ? element("p", { class: "hint" }, word("doneRest")) : null,
        element("p", {}, element("a", { href: location.pathname + "/trend" + location.search }, word("trend")))));
}

function refused() {
    isSending = false;
    say("");
    show(element("div", { class: "card" },
        element("h1", {}, word("refused")),
        element("p", { class: "lead" }, word("refusedText"))),
    actions(button(word("back"), () => go(state.step))));
}

window.addEventListener("offline", () => say(word("offline")));
window.addEventListener("online", () => { if (!isSending) save(); });
welcome();
