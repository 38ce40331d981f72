//! A made-up table, the same for the same seed, written as every program writes it.

use std::io::Write;

/// The names of the columns.
pub(crate) const NAMES: [&str; 3] = ["Name", "Phone", "Message"];

/// Rows of a seed. The characters of texts are in Windows-1252 as well, so that every encoding can carry them.
pub(crate) fn rows(seed: u64, count: usize) -> Vec<[String; 3]> {
    const NAMES: [&str; 6] = ["Ann", "José", "Bo", "Zoë, Dr.", "O\"Neill", "Ümit"];
    const PIECES: [&str; 14] = [
        "Ihr Tisch ist bereit",
        "Bis bald, José",
        "Zeile 1\nZeile 2",
        "5 € | {neu} ~ [ok]",
        "“quoted” – and so on…",
        "a; b, c\td",
        "say \"hi\"",
        "0,05; 1.5",
        "ß ä ö ü ñ",
        "‘ticks’",
        "x",
        "https://example.com/?a=1&b=2",
        "c:\\temp",
        "= 1 + 1",
    ];
    let mut state = seed;
    let mut below = |limit: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % limit
    };
    (0..count)
        .map(|index| {
            let pieces = 1 + below(12);
            let text: Vec<&str> = (0..pieces).map(|_| PIECES[below(PIECES.len())]).collect();
            let name = NAMES[below(NAMES.len())].to_owned();
            [name, format!("+49151{:07}", index * 37), text.join(" ")]
        })
        .collect()
}

/// The units and segments of the messages.
pub(crate) fn totals(rows: &[[String; 3]]) -> (u64, u64) {
    let counts = rows.iter().map(|row| septet::count(&row[2]));
    counts.fold((0, 0), |(units, segments), count| {
        (
            units + count.units() as u64,
            segments + count.segments() as u64,
        )
    })
}

/// CSV with this delimiter and these line ends; every cell is quoted where that is asked for.
pub(crate) fn csv(
    rows: &[[String; 3]],
    delimiter: char,
    line_end: &str,
    is_quoted: bool,
) -> String {
    let cell = |cell: &str| {
        if is_quoted || cell.contains([delimiter, '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.to_owned()
        }
    };
    let line = |cells: &[&str]| {
        let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
        cells.join(&delimiter.to_string()) + line_end
    };
    let body: String = rows
        .iter()
        .map(|row| line(&row.each_ref().map(String::as_str)))
        .collect();
    line(&NAMES) + &body
}

/// One JSON object for each row.
pub(crate) fn objects(rows: &[[String; 3]]) -> Vec<serde_json::Value> {
    let object = |row: &[String; 3]| serde_json::json!({ "to": row[1], "message": row[2], "nested": { "texts": [{ "a/b": row[2] }] } });
    rows.iter().map(object).collect()
}

pub(crate) fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

/// Windows-1252; panics where it cannot carry the text.
pub(crate) fn windows_1252(text: &str) -> Vec<u8> {
    let (octets, _, is_replaced) = encoding_rs::WINDOWS_1252.encode(text);
    assert!(!is_replaced);
    octets.into_owned()
}

pub(crate) fn bzip2(octets: &[u8]) -> Vec<u8> {
    let mut encoder = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::fast());
    encoder.write_all(octets).unwrap();
    encoder.finish().unwrap()
}

pub(crate) fn xz(octets: &[u8]) -> Vec<u8> {
    let options = lzma_rust2::XzOptions::with_preset(1);
    let mut encoder = lzma_rust2::XzWriter::new(Vec::new(), options).unwrap();
    encoder.write_all(octets).unwrap();
    encoder.finish().unwrap()
}

/// A zip archive of these files.
pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, octets) in files {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(*name, options).unwrap();
        archive.write_all(octets).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

/// A workbook of the XML of its sheets, by their names.
pub(crate) fn xlsx_of(sheets: &[(&str, String)]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let listed: Vec<String> = (1..)
        .zip(sheets)
        .map(|(id, (name, _))| format!("<sheet name=\"{name}\" sheetId=\"{id}\" r:id=\"r{id}\"/>"))
        .collect();
    let listed = listed.concat();
    let related: Vec<String> = (1..=sheets.len())
        .map(|id| {
            format!("<Relationship Id=\"r{id}\" Type=\"{RELATIONS}/worksheet\" Target=\"worksheets/sheet{id}.xml\"/>")
        })
        .collect();
    let related = related.concat();
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
        .to_owned();
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), types),
        (
            "_rels/.rels".to_owned(),
            format!(
                "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"r1\" Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>{listed}</sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!("<Relationships xmlns=\"{PACKAGE}\">{related}</Relationships>"),
        ),
    ];
    for (id, (_, rows)) in (1..).zip(sheets) {
        let sheet =
            format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
        parts.push((format!("xl/worksheets/sheet{id}.xml"), sheet));
    }
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, xml)| (name.as_str(), xml.as_bytes()))
        .collect();
    zip(&parts)
}

/// A row of a sheet, counted from 1; empty cells are left out.
pub(crate) fn row(number: usize, cells: &[&str]) -> String {
    let cell = |(column, text): (char, &&str)| {
        format!(
            "<c r=\"{column}{number}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            escaped(text)
        )
    };
    let cells: String = ('A'..)
        .zip(cells)
        .filter(|(_, text)| !text.is_empty())
        .map(cell)
        .collect();
    format!("<row r=\"{number}\">{cells}</row>")
}

/// A sheet with the header in this row.
pub(crate) fn sheet(rows: &[[String; 3]], first: usize) -> String {
    fn cells(row: &[String; 3]) -> Vec<&str> {
        row.each_ref().map(String::as_str).to_vec()
    }
    let body: String = rows
        .iter()
        .enumerate()
        .map(|(index, one)| row(first + 1 + index, &cells(one)))
        .collect();
    row(first, &NAMES) + &body
}

/// The table as an .ods workbook.
pub(crate) fn ods(rows: &[[String; 3]]) -> Vec<u8> {
    let rows = rows
        .iter()
        .map(|row| row.each_ref().map(String::as_str).to_vec());
    ods_of(std::iter::once(NAMES.to_vec()).chain(rows))
}

/// An .ods workbook of one sheet with these cells.
pub(crate) fn ods_of<'c>(rows: impl Iterator<Item = Vec<&'c str>>) -> Vec<u8> {
    const OFFICE: &str = "urn:oasis:names:tc:opendocument:xmlns";
    let cell = |text: &str| {
        let lines: Vec<String> = text
            .split('\n')
            .map(|line| {
                format!(
                    "<text:p>{}</text:p>",
                    escaped(line).replace('\t', "<text:tab/>")
                )
            })
            .collect();
        let lines = lines.concat();
        format!("<table:table-cell office:value-type=\"string\">{lines}</table:table-cell>")
    };
    let line = |cells: &[&str]| {
        let cells: String = cells.iter().map(|text| cell(text)).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let body: String = rows.map(|cells| line(&cells)).collect();
    let content = format!(
        "<office:document-content xmlns:office=\"{OFFICE}:office:1.0\" xmlns:text=\"{OFFICE}:text:1.0\" xmlns:table=\"{OFFICE}:table:1.0\"><office:body><office:spreadsheet><table:table table:name=\"Texts\">{body}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// The table as databases write it, a cell after another: `written` is the form of a character.
fn escaped_table(
    rows: &[[String; 3]],
    delimiter: &str,
    quote: &str,
    written: fn(char) -> String,
) -> String {
    let cell = |text: &str| {
        let text: String = text.chars().map(written).collect();
        format!("{quote}{text}{quote}")
    };
    let line = |cells: Vec<String>| cells.join(delimiter) + "\n";
    let body = rows
        .iter()
        .map(|row| line(row.iter().map(|text| cell(text)).collect()));
    let header = line(NAMES.map(str::to_owned).to_vec());
    std::iter::once(header).chain(body).collect()
}

/// As `SELECT … INTO OUTFILE` of `MySQL` writes it: a backslash before tabs, line breaks and backslashes.
pub(crate) fn outfile(rows: &[[String; 3]]) -> String {
    escaped_table(rows, "\t", "", |character| match character {
        '\t' | '\n' | '\\' => format!("\\{character}"),
        _ => character.into(),
    })
}

/// As `SELECT … INTO OUTFILE` writes it with `FIELDS TERMINATED BY ',' ENCLOSED BY '"'`.
pub(crate) fn quoted_outfile(rows: &[[String; 3]]) -> String {
    escaped_table(rows, ",", "\"", |character| match character {
        '"' | '\n' | '\\' => format!("\\{character}"),
        _ => character.into(),
    })
}

/// As `COPY` of `PostgreSQL` and `mysql --batch` write it.
pub(crate) fn copied(rows: &[[String; 3]]) -> String {
    escaped_table(rows, "\t", "", |character| match character {
        '\t' => "\\t".into(),
        '\n' => "\\n".into(),
        '\\' => "\\\\".into(),
        _ => character.into(),
    })
}

/// A record of a binary workbook ([MS-XLSB] 2.1.4): type, length, data.
fn record(kind: u16, data: &[u8], out: &mut Vec<u8>) {
    let seven = |value: usize, index: u32| u8::try_from(value >> (7 * index) & 0x7F).unwrap();
    let kind = usize::from(kind);
    if kind < 0x80 {
        out.push(seven(kind, 0));
    } else {
        out.extend([seven(kind, 0) | 0x80, seven(kind, 1)]);
    }
    let octets = (1..4)
        .find(|count| data.len() >> (7 * count) == 0)
        .unwrap_or(4);
    for index in 0..octets {
        let more = if index + 1 < octets { 0x80 } else { 0 };
        out.push(seven(data.len(), index) | more);
    }
    out.extend_from_slice(data);
}

/// A string of a binary workbook: its length in 16-bit units, then UTF-16.
fn wide(text: &str) -> Vec<u8> {
    let units = u32::try_from(text.encode_utf16().count()).unwrap();
    [&units.to_le_bytes()[..], &utf16(text, u16::to_le_bytes)].concat()
}

/// The table as an .xlsb workbook.
pub(crate) fn xlsb(rows: &[[String; 3]]) -> Vec<u8> {
    let (mut book, mut sheet) = (Vec::new(), Vec::new());
    record(0x83, &[], &mut book); // BrtBeginBook
    record(0x99, &[0; 12], &mut book); // BrtWbProp
    record(0x8F, &[], &mut book); // BrtBeginBundleShs
    let one = [
        &[0; 4][..],
        &1_u32.to_le_bytes(),
        &wide("r1"),
        &wide("Texts"),
    ]
    .concat();
    record(0x9C, &one, &mut book); // BrtBundleSh
    record(0x90, &[], &mut book);
    record(0x84, &[], &mut book);
    record(0x81, &[], &mut sheet); // BrtBeginSheet
    let last = u32::try_from(rows.len()).unwrap();
    let dimensions: Vec<u8> = [0, last, 0, 2]
        .into_iter()
        .flat_map(u32::to_le_bytes)
        .collect();
    record(0x94, &dimensions, &mut sheet); // BrtWsDim
    record(0x91, &[], &mut sheet); // BrtBeginSheetData
    let header = NAMES.map(str::to_owned);
    for (number, row) in (0_u32..).zip(std::iter::once(&header).chain(rows)) {
        let rest = [0; 13];
        record(
            0x00,
            &[&number.to_le_bytes()[..], &rest].concat(),
            &mut sheet,
        ); // BrtRowHdr
        for (column, text) in (0_u32..).zip(row) {
            let cell = [&column.to_le_bytes()[..], &[0; 4], &wide(text)].concat();
            record(0x06, &cell, &mut sheet); // BrtCellSt
        }
    }
    record(0x92, &[], &mut sheet);
    record(0x82, &[], &mut sheet);
    let related = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"x\" Target=\"worksheets/sheet1.bin\"/></Relationships>";
    zip(&[
        ("xl/workbook.bin", &book),
        ("xl/_rels/workbook.bin.rels", related.as_bytes()),
        ("xl/worksheets/sheet1.bin", &sheet),
    ])
}
