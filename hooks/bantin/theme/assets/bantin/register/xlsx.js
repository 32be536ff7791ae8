/**
 * Writes a table as a workbook of Excel. Knows no content.
 *
 * Each cell is marked as text or as a day, so that no program takes one for a formula.
 * Source: ECMA-376, part 1, SpreadsheetML.
 */

import { daysBetween } from "../today.js";
import { zipOf } from "./zip.js";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
// A cell may hold no more.
const LONGEST = 32_000;
// Excel counts days from this one. It takes 1900 for a leap year, so no day before March of it fits.
const [ZERO, FIRST_DAY] = ["1899-12-30", "1900-03-01"];
const [TEXT, HEADING, DAY] = [0, 1, 2];
const [NARROWEST, WIDEST] = [9, 60];
const ROWS_MEASURED = 300;

/**
 * @param {string[][]} lines the heading line first; at least one line
 * @param {Iterable<string>} days headings of the columns that hold ISO days
 * @param {string} name of the sheet, at most 31 letters without []:*?/\\
 * @returns {Promise<Blob>}
 */
export function workbookOf(lines, days, name) {
  const isDay = new Set(days);
  const columns = lines[0].map((heading) => isDay.has(heading));
  const area = `$A$1:$${letters(columns.length - 1)}$${lines.length}`;
  return zipOf(
    {
      "[Content_Types].xml": contentTypes(),
      "_rels/.rels": relations(["officeDocument", "xl/workbook.xml"]),
      "xl/workbook.xml": workbook(escaped(name), area),
      "xl/_rels/workbook.xml.rels": relations(
        ["worksheet", "worksheets/sheet1.xml"],
        ["styles", "styles.xml"],
      ),
      "xl/worksheets/sheet1.xml": sheet(lines, columns, area.replaceAll("$", "")),
      "xl/styles.xml": styles(),
    },
    TYPE,
  );
}

function sheet(lines, columns, area) {
  const rows = lines.map((line, row) => {
    const cells = line.map((value, at) => cell(value, `${letters(at)}${row + 1}`, row, columns[at]));
    return `<row r="${row + 1}">${cells.join("")}</row>`;
  });
  const widths = columns.map((_, at) => {
    const longest = Math.max(...lines.slice(0, ROWS_MEASURED).map((line) => line[at].length + 2));
    const width = Math.min(WIDEST, Math.max(NARROWEST, longest));
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  });
  // The headings stay in sight.
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" ' +
    'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  return (
    `${HEAD}<worksheet xmlns="${MAIN}">${view}<cols>${widths.join("")}</cols>` +
    `<sheetData>${rows.join("")}</sheetData><autoFilter ref="${area}"/></worksheet>`
  );
}

function cell(value, place, row, isDay) {
  if (row && isDay && /^\d{4}-\d\d-\d\d$/.test(value) && value >= FIRST_DAY) {
    return `<c r="${place}" s="${DAY}"><v>${daysBetween(ZERO, value)}</v></c>`;
  }
  const style = row ? TEXT : HEADING;
  const text = escaped(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value);
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** Text for XML. Excel reads "_x0041_" as a letter; signs that XML cannot hold are left out. */
function escaped(text) {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** The name of a column, counted from 0: A, B … Z, AA. */
function letters(at) {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letters(Math.floor(at / 26) - 1) + last;
}

function workbook(name, area) {
  const filtered = `'${name.replaceAll("'", "''")}'!${area}`;
  return (
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
    `<sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets><definedNames>` +
    '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">' +
    `${filtered}</definedName></definedNames></workbook>`
  );
}

function styles() {
  const fonts = '<font><sz val="11"/><name val="Times New Roman"/></font>';
  const bold = '<font><b/><sz val="11"/><name val="Times New Roman"/></font>';
  const top = '<alignment vertical="top" wrapText="1"/>';
  const format = (attributes) => `<xf fillId="0" borderId="0" xfId="0" ${attributes}>${top}</xf>`;
  return (
    `${HEAD}<styleSheet xmlns="${MAIN}">` +
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>' +
    `<fonts count="2">${fonts}${bold}</fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
    '<fill><patternFill patternType="gray125"/></fill></fills>' +
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>" +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="3">' +
    format('numFmtId="49" fontId="0" applyNumberFormat="1" applyAlignment="1"') +
    format('numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1" applyAlignment="1"') +
    format('numFmtId="164" fontId="0" applyNumberFormat="1" applyAlignment="1"') +
    "</cellXfs></styleSheet>"
  );
}

function relations(...found) {
  const lines = found.map(
    ([kind, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines.join("")}</Relationships>`;
}

function contentTypes() {
  const part = (path, kind) =>
    `<Override PartName="${path}" ContentType="${SPREADSHEET}.${kind}+xml"/>`;
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ' +
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part("/xl/workbook.xml", "sheet.main") +
    part("/xl/worksheets/sheet1.xml", "worksheet") +
    part("/xl/styles.xml", "styles") +
    "</Types>"
  );
}
