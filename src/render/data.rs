//! Lists for spreadsheets and programs; the only module that names `csv`.

use crate::site::downloads::{Cell, List};

/// With a byte-order mark and CRLF, as spreadsheets want it; the first line has the labels.
pub(crate) fn csv(list: &List) -> Vec<u8> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_writer(&mut bytes);
    let written = "invariant: memory takes any line of one length";
    writer.write_record(&list.labels).expect(written);
    for line in &list.lines {
        writer.write_record(line.iter().map(cell)).expect(written);
    }
    writer.flush().expect(written);
    drop(writer);
    bytes
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Nothing => String::new(),
        Cell::Text(text) => defused(text.clone()),
        Cell::Texts(texts) => defused(texts.join("；")),
        Cell::Word(word) => defused(word.label.clone()),
        Cell::Number(n) => n.to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Flag(yes) => u8::from(*yes).to_string(),
    }
}

/// A spreadsheet would take a text that begins so for a formula; an apostrophe keeps it text.
fn defused(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text
    }
}

/// One object for each line, ended by a line break.
pub(crate) fn json(list: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(list).expect("invariant: facts are plain values");
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use super::{csv, json};
    use crate::date::Date;
    use crate::decimal::Decimal;
    use crate::site::downloads::{Cell, List, Word};

    fn list() -> List {
        let text = |text: &str| Cell::Text(text.to_owned());
        List {
            name: "tasks",
            columns: vec!["id", "title", "actual", "due", "stale", "light"],
            labels: ["编号", "任务", "实际", "时限", "未报", "亮灯"]
                .map(str::to_owned)
                .to_vec(),
            lines: vec![
                vec![
                    text("a-1"),
                    text("=SUM(A1,\"x\")"),
                    Cell::Number(Decimal::parse("-12.50").unwrap()),
                    Cell::Date(Date::parse("2026-06-30").unwrap()),
                    Cell::Flag(true),
                    Cell::Word(Word {
                        code: "no_data",
                        label: "缺数据".to_owned(),
                    }),
                ],
                vec![
                    text("a-2"),
                    text("@home"),
                    Cell::Nothing,
                    Cell::Nothing,
                    Cell::Flag(false),
                    Cell::Nothing,
                ],
            ],
        }
    }

    #[test]
    fn spreadsheets_open_the_text_as_it_is_and_run_nothing() {
        let text = String::from_utf8(csv(&list())).unwrap();
        assert_eq!(
            text,
            "\u{feff}编号,任务,实际,时限,未报,亮灯\r\n\
             a-1,\"'=SUM(A1,\"\"x\"\")\",-12.5,2026-06-30,1,缺数据\r\n\
             a-2,'@home,,,0,\r\n"
        );
    }

    #[test]
    fn programs_get_the_digits_and_the_gaps() {
        let bytes = json(&list());
        let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(value[0]["actual"].to_string(), "-12.5");
        assert_eq!(value[0]["title"], "=SUM(A1,\"x\")");
        assert_eq!(value[1]["due"], serde_json::Value::Null);
        assert_eq!(value[1]["stale"], false);
        assert_eq!(value[0]["light"], "no_data");
    }
}
