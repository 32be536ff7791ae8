/**
 * Writes last days as a calendar file, with the same ids and alarms as the build's own calendars
 * (`bantin.outputs.register.calendar`). Source: RFC 5545.
 */

import { dayAfter, dayText } from "../today.js";

const SUMMARY_LENGTH = 90;
const LINE_BYTES = 75;
const LAST_DAY = "9999-12-31";
// The whole day begins at midnight. These ring at 8 o'clock in the morning.
const ALARMS = [
  ["-P6DT16H", "Còn 7 ngày"],
  ["-PT16H", "Còn 1 ngày"],
];

/**
 * @param {object[]} points with a last day
 * @param {{root: string, idPrefix: string, name: string}} site
 */
export function calendarOf(points, { root, idPrefix, name }) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//bantin//register//VI",
    `X-WR-CALNAME:${escaped(name)}`,
    ...points.flatMap((point) => eventOf(point, root, idPrefix)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventOf(point, root, idPrefix) {
  const { document, due, anchor, label, text, deadline } = point;
  const from = `${document.label} ${document.number} ngày ${dayText(document.date)}`;
  const told = label ? `${from}, ${label[0].toLowerCase()}${label.slice(1)}` : from;
  const summary = escaped(`Hạn: ${shortened(text)}`);
  const description = escaped(`${told}: ${text}\n\nThời hạn: ${deadline}`);
  const id = escaped(`${idPrefix}${document.id}#${anchor}`);
  return [
    "BEGIN:VEVENT",
    `UID:${id}`,
    `DTSTAMP:${document.changed}`,
    `LAST-MODIFIED:${document.changed}`,
    `SEQUENCE:${document.revision ?? 0}`,
    `DTSTART;VALUE=DATE:${basic(due)}`,
    ...(due < LAST_DAY ? [`DTEND;VALUE=DATE:${basic(dayAfter(due, 1))}`] : []),
    "TRANSP:TRANSPARENT",
    ...(document.withdrawn ? ["STATUS:CANCELLED"] : []),
    `SUMMARY:${summary}`,
    `DESCRIPTION:${description}`,
    `URL:${root}${document.url}#${anchor}`,
    ...(document.withdrawn ? [] : ALARMS.flatMap((alarm) => alarmOf(alarm, summary))),
    "END:VEVENT",
  ];
}

function alarmOf([trigger, told], summary) {
  return [
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${told}. ${summary}`,
    `TRIGGER:${trigger}`,
    "END:VALARM",
  ];
}

function basic(day) {
  return day.replaceAll("-", "");
}

function shortened(text) {
  if (text.length <= SUMMARY_LENGTH) return text;
  return `${text.slice(0, SUMMARY_LENGTH).replace(/[ ,;:-]*\s\S*$/, "")}…`;
}

function escaped(text) {
  return text
    .replace(/[\\,;]/g, "\\$&")
    .replace(/\r?\n/g, "\\n")
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, "");
}

/** Cut into lines of 75 bytes. No letter is cut. */
function folded(line) {
  const encoder = new TextEncoder();
  const cut = [""];
  let room = LINE_BYTES;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (size > room) {
      cut.push(" ");
      room = LINE_BYTES - 1;
    }
    cut[cut.length - 1] += letter;
    room -= size;
  }
  return cut.join("\r\n");
}
