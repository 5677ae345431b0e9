/* German for Plotly: its own language packages end before the version that Dash ships. */
window.PlotlyLocales = {
  dictionaries: {
    de: {
      "Autoscale": "Automatisch skalieren", "Box Select": "Rechteckauswahl", "Download plot": "Bild speichern",
      "Download plot as a PNG": "Als PNG speichern", "Lasso Select": "Lassoauswahl", "Pan": "Verschieben",
      "Reset": "Zurücksetzen", "Reset axes": "Achsen zurücksetzen", "Zoom": "Vergrößern",
      "Zoom in": "Vergrößern", "Zoom out": "Verkleinern", "Double-click to zoom back out": "Doppelklick: ganze Ansicht",
    },
  },
  formats: {
    de: {
      days: ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"],
      shortDays: ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"],
      months: ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
        "November", "Dezember"],
      shortMonths: ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"],
      date: "%d.%m.%Y", decimal: ",", thousands: ".",
    },
  },
};
