"use strict";
// Small parts that both pages build with. Nothing is ever set as HTML.

const words = JSON.parse(document.getElementById("data").textContent).words;

/** A word of the page, with its places filled in. */
function word(key, values) {
    return Object.entries(values || {}).reduce((text, [name, value]) => text.replace("{" + name + "}", value), words[key]);
}

/** An element with attributes and children; functions become listeners. */
function element(tag, attributes, ...children) {
    const made = tag === "svg" || element.svg.has(tag)
        ? document.createElementNS("http://www.w3.org/2000/svg", tag)
        : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
        if (typeof value === "function") made.addEventListener(name, value);
        else if (value === true) made.setAttribute(name, "");
        else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
    }
    made.append(...children.filter(child => child !== null && child !== undefined));
    return made;
}
element.svg = new Set(["path", "circle", "line", "text", "g"]);

/** Shows a screen and tells a screen reader where it is. */
function show(...parts) {
    const main = document.getElementById("main");
    main.replaceChildren(...parts.filter(part => part));
    window.scrollTo(0, 0);
    const heading = main.querySelector("h1");
    if (heading) {
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
    }
}

function say(text) {
    document.getElementById("status").textContent = text;
}

/** What the server answers; network failures are thrown, refusals have ok: false. */
async function call(method, path, body) {
    const response = await fetch(location.pathname.replace(/\/trend$/, "") + path, {
        method,
        headers: { "Content-Type": "application/json", "Accept": "application/json" },
        body: body === undefined ? undefined : JSON.stringify(body),
        cache: "no-store",
        credentials: "omit",
    });
    const text = await response.text();
    return { ok: response.ok, status: response.status, body: text ? JSON.parse(text) : null };
}
