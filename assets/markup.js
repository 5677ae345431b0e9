/* The component dashboard/components/markup.py: a prepared, escaped string inside a Dash tree. */
window.sozialraum_monitor = {
  Markup: function Markup(props) {
    return React.createElement(props.inline ? "span" : "div", {
      id: props.id,
      className: props.className,
      "aria-hidden": props["aria-hidden"],
      dangerouslySetInnerHTML: {__html: props.html},
    });
  },
};
