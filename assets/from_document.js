/* Dash's component tree, read from the page that the document already holds: nothing is asked for twice.
   The twin of dashboard/share/html.py, which has written the page from the same tree. Only the figures
   of Plotly's charts come on their own; the document asked for them with its first lines. */
(function () {
  "use strict";

  const FIRST = "erster-anblick", PREFIX = /^erst-/;
  const NAMES = {class: "className", for: "htmlFor", tabindex: "tabIndex", colspan: "colSpan", rowspan: "rowSpan"};
  const TYPES = {map: "MapEl", object: "ObjectEl"}; /* so called by Dash, because JavaScript has its own */
  const REFERENCES = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "id"];
  const FLAGS = ["hidden", "open", "disabled"];
  const NUMBERS = ["min", "max", "step"];

  const component = (namespace, type, props) => ({namespace: namespace, type: type, props: props});
  const camel = (name) => name.startsWith("--") ? name : name.replace(/-[a-z]/g, (part) => part[1].toUpperCase());

  function styleOf(text) {
    return Object.fromEntries(text.split(";").filter(Boolean).map((rule) => {
      const at = rule.indexOf(":");
      return [camel(rule.slice(0, at)), rule.slice(at + 1)];
    }));
  }

  function valueOf(name, value) {
    if (name === "style") return styleOf(value);
    if (FLAGS.includes(name)) return true;
    if (name === "href") return value.replace(/^#erst-/, "#");
    return REFERENCES.includes(name) ? value.replace(PREFIX, "") : value;
  }

  function propsOf(element) {
    const pairs = [...element.attributes].filter(({name}) => name !== "data-dash");
    return Object.fromEntries(pairs.map(({name, value}) => [NAMES[name] || name, valueOf(name, value)]));
  }

  /* Bootstrap's own class comes with its component. */
  function fieldOf(element, type, own) {
    const {className, ...props} = propsOf(element);
    const kind = [...element.classList].filter((name) => name !== own).join(" ");
    if (kind) props.class_name = kind;
    return component("dash_bootstrap_components", type, props);
  }

  function inputOf(element) {
    const field = fieldOf(element, "Input", "");
    const {props} = field;
    NUMBERS.filter((name) => name in props && props[name] !== "any").forEach((name) => { props[name] = Number(props[name]); });
    /* What was typed or moved until now stays. */
    props.value = "min" in props && element.value !== "" ? Number(element.value) : element.value;
    return field;
  }

  function selectOf(element) {
    const field = fieldOf(element, "Select", "form-select");
    field.props.options = [...element.options].map((one) => ({value: one.value, label: one.label}));
    field.props.value = element.value;
    return field;
  }

  function markupOf(element) {
    const props = {...propsOf(element), html: element.innerHTML};
    return component("sozialraum_monitor", "Markup", element.localName === "span" ? {...props, inline: true} : props);
  }

  function nodeOf(node, charts) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    const kind = node.dataset.dash;
    if (kind === "graph") return charts[propsOf(node).id];
    if (kind === "markup") return markupOf(node);
    if (node.localName === "select") return selectOf(node);
    if (node.localName === "input") return inputOf(node);
    const type = TYPES[node.localName] || node.localName[0].toUpperCase() + node.localName.slice(1);
    const children = nodesOf(node, charts);
    const props = propsOf(node);
    if (children.length) props.children = children.length > 1 ? children : children[0];
    return component("dash_html_components", type, props);
  }

  const nodesOf = (parent, charts) => [...parent.childNodes].map((node) => nodeOf(node, charts));

  async function charts() {
    const link = document.querySelector("link[rel=preload][as=fetch]");
    if (!link) return {};
    const response = await fetch(link.href);
    if (!response.ok) throw new Error("Diagramme: " + response.status);
    return response.json();
  }

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    page: {read: async () => nodesOf(document.getElementById(FIRST), await charts())},
  });
})();
