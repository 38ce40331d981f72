//! `count` beside the bare reading of its text, a plain loop and the other crates, on every class of
//! text. Each answer is checked before it is timed; figures are ratios within one run.

mod texts;

use std::hint::black_box;
use std::path::PathBuf;
use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, SamplingMode, Throughput};
use gsm7::Gsm7Writer;
use septet::{Encoding, Languages, Segmenter};
use serde_json::{Value, json};
use sms_splitter::SplitSms;
use texts::{CLASSES, text};

/// A sentence in each national language.
const NATIONAL: [(&str, &str); 13] = [
    (
        "Turkish",
        "Siparişiniz yolda, yarın öğleden sonra kapınızda olacak. ",
    ),
    (
        "Spanish",
        "Su pedido llegará mañana; ¿cuándo está usted en casa? Aquí más información. ",
    ),
    (
        "Portuguese",
        "Sua encomenda já está a caminho e chegará amanhã à tarde. Não é preciso ação. ",
    ),
    ("Bengali", "আপনার পার্সেল আগামীকাল সকালে আসবে "),
    ("Gujarati", "તમારું પાર્સલ આવતીકાલે સવારે આવશે "),
    ("Hindi", "आपका पार्सल कल सुबह पहुँच जाएगा "),
    ("Kannada", "ನಿಮ್ಮ ಪಾರ್ಸೆಲ್ ನಾಳೆ ಬೆಳಿಗ್ಗೆ ಬರುತ್ತದೆ "),
    ("Malayalam", "നിങ്ങളുടെ പാഴ്സൽ നാളെ രാവിലെ എത്തും "),
    ("Oriya", "ଆପଣଙ୍କ ପାର୍ସଲ ଆସନ୍ତାକାଲି ସକାଳେ ଆସିବ "),
    ("Punjabi", "ਤੁਹਾਡਾ ਪਾਰਸਲ ਕੱਲ੍ਹ ਸਵੇਰੇ ਆਵੇਗਾ "),
    ("Tamil", "உங்கள் பார்சல் நாளை காலை வரும் "),
    ("Telugu", "మీ పార్సెల్ రేపు ఉదయం వస్తుంది "),
    ("Urdu", "آپ کا پارسل کل صبح پہنچے گا "),
];

const LENGTHS: [(&str, usize); 4] = [
    ("20", 20),
    ("160", 160),
    ("1,000", 1000),
    ("1 MB", 1_000_000),
];

/// A loop as a service would write it by hand: a table look-up for each character, with right cuts.
fn plain_loop(text: &str) -> (usize, usize) {
    let septets = |character: char| septet::Alphabet::DEFAULT.units(character);
    let filled = |single: usize, concatenated: usize, sizes: &mut dyn Iterator<Item = usize>| {
        let (mut total, mut segments, mut fill) = (0, 1, 0);
        for size in sizes {
            total += size;
            fill += size;
            if fill > concatenated {
                segments += 1;
                fill = size;
            }
        }
        (if total <= single { 1 } else { segments }, total)
    };
    if text.chars().all(|character| septets(character).is_some()) {
        filled(160, 153, &mut text.chars().filter_map(septets))
    } else {
        filled(70, 67, &mut text.chars().map(char::len_utf16))
    }
}

/// Septets by the crate `gsm7`: encode, then take the length; `None` where it cannot encode.
fn by_gsm7(text: &str) -> Option<usize> {
    let mut writer = Gsm7Writer::new(Vec::new());
    writer.write_str(text).ok()?;
    writer.into_writer().ok().map(|octets| octets.len() * 8 / 7)
}

#[expect(
    clippy::unnecessary_to_owned,
    reason = "the crate's `split` takes a `String`"
)]
fn by_sms_splitter(splitter: &SplitSms, text: &str) -> usize {
    splitter.split(text.to_owned()).parts.len()
}

fn measure(criterion: &mut Criterion, class: &str, length: &str, text: &str) {
    let (segments, units) = plain_loop(text);
    let count = septet::count(text);
    assert_eq!(
        (count.segments(), count.units()),
        (segments, units),
        "{class} {length}"
    );

    let mut group = criterion.benchmark_group(format!("{class} {length}"));
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.sampling_mode(SamplingMode::Flat);
    run(&mut group, text, "count", |text| {
        septet::count(text).segments()
    });
    run(&mut group, text, "chars", |text| text.chars().count());
    run(&mut group, text, "is_ascii", |text| {
        usize::from(text.is_ascii())
    });
    let mut copy = vec![0; text.len()];
    run(&mut group, text, "memcpy", |text| {
        copy.copy_from_slice(text.as_bytes());
        usize::from(black_box(&copy)[0])
    });
    run(&mut group, text, "loop", |text| plain_loop(text).0);
    if length != "1 MB" {
        let splitter = SplitSms::default();
        run(&mut group, text, "sms_splitter", |text| {
            by_sms_splitter(&splitter, text)
        });
    }
    if count.encoding() == Encoding::Gsm7 {
        run(&mut group, text, "gsm7", |text| by_gsm7(text).unwrap_or(0));
    }
    group.finish();
}

/// Measures a function, compiled into the loop that calls it.
fn run(
    group: &mut BenchmarkGroup<'_, WallTime>,
    text: &str,
    name: &str,
    mut work: impl FnMut(&str) -> usize,
) {
    group.bench_with_input(BenchmarkId::from_parameter(name), text, |bencher, text| {
        bencher.iter(|| black_box(work(black_box(text))));
    });
}

/// A national text of 1 MB, where the alphabet has to be chosen first.
fn measure_language(criterion: &mut Criterion, name: &str, text: &str) {
    let segmenter = Segmenter::new().with_languages(Languages::auto());
    assert_eq!(
        segmenter.count(text).unwrap().encoding(),
        Encoding::Gsm7,
        "{name}"
    );
    let mut group = criterion.benchmark_group(format!("languages {name}"));
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("count", |bencher| {
        bencher.iter(|| segmenter.count(black_box(text)));
    });
    group.bench_function("chars", |bencher| {
        bencher.iter(|| black_box(text).chars().count());
    });
    group.finish();
}

/// The measurements of criterion in this run.
struct Measured(PathBuf);

impl Measured {
    /// Nanoseconds of one call in the best of the samples: the others were interrupted.
    fn nanoseconds(&self, group: &str, name: &str) -> Option<f64> {
        let path = self.0.join(group).join(name).join("new/sample.json");
        let samples: Value = serde_json::from_str(&std::fs::read_to_string(path).ok()?).ok()?;
        let list = |key: &str| {
            samples[key]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_f64)
        };
        list("times")
            .zip(list("iters"))
            .map(|(time, calls)| time / calls)
            .reduce(f64::min)
    }

    /// The time of `rival` as a multiple of the count's.
    fn times_faster(&self, group: &str, rival: &str) -> Value {
        match (
            self.nanoseconds(group, rival),
            self.nanoseconds(group, "count"),
        ) {
            (Some(rival), Some(count)) => json!(format!("{:.2}", rival / count)),
            _ => Value::Null,
        }
    }
}

/// A row of a table, its columns in this order.
fn row(cells: &[(&str, Value)]) -> String {
    let cells: Vec<String> = cells
        .iter()
        .map(|(column, cell)| format!("{}:{cell}", json!(column)))
        .collect();
    format!("{{{}}}", cells.join(","))
}

/// Prints a table for `cargo xtask bench`.
fn section(name: &str, note: &str, rows: &[String]) {
    if !rows.is_empty() {
        println!(
            r#"{{"section":{},"note":{},"rows":[{}]}}"#,
            json!(name),
            json!(note),
            rows.join(",")
        );
    }
}

const NOTE: &str = "Crate `count`, each column how many times as fast as: `str::chars().count()` of the same text \
    (the bare reading of it), `is_ascii` of it (which ends at the first letter that is not), a copy of it, a plain loop over `chars()` with a table look-up, the crates `sms_splitter` and `gsm7` \
    (encode, then take the length).";

fn main() {
    let home = std::env::temp_dir().join(format!("septet-bench-{}", std::process::id()));
    let mut criterion = Criterion::default()
        .without_plots()
        .warm_up_time(Duration::from_millis(50))
        .measurement_time(Duration::from_millis(250))
        .sample_size(60)
        .output_directory(&home)
        .configure_from_args();
    for (class, sample) in CLASSES {
        for (length, characters) in LENGTHS {
            measure(&mut criterion, class, length, &text(sample, characters));
        }
    }
    for (name, sample) in NATIONAL {
        measure_language(&mut criterion, name, &text(sample, 1_000_000));
    }
    criterion.final_summary();

    let measured = Measured(home);
    let mut rows = Vec::new();
    for (class, _) in CLASSES {
        for (length, _) in LENGTHS {
            let group = format!("{class} {length}");
            if let Some(nanoseconds) = measured.nanoseconds(&group, "count") {
                rows.push(row(&[
                    ("text", json!(class)),
                    ("characters", json!(length)),
                    ("ns", json!((nanoseconds * 10.0).round() / 10.0)),
                    ("chars().count()", measured.times_faster(&group, "chars")),
                    ("is_ascii", measured.times_faster(&group, "is_ascii")),
                    ("memcpy", measured.times_faster(&group, "memcpy")),
                    ("plain loop", measured.times_faster(&group, "loop")),
                    (
                        "sms_splitter",
                        measured.times_faster(&group, "sms_splitter"),
                    ),
                    ("gsm7", measured.times_faster(&group, "gsm7")),
                ]));
            }
        }
    }
    section("crate-count", NOTE, &rows);
    let national = NATIONAL.iter().filter_map(|(name, _)| {
        let group = format!("languages {name}");
        let per_character = measured.nanoseconds(&group, "count")? / 1e6;
        Some(row(&[
            ("text", json!(name)),
            ("ns a character", json!(format!("{per_character:.2}"))),
        ]))
    });
    let note = "Crate, one million characters of a national text, the alphabet chosen among all.";
    section("crate-languages", note, &national.collect::<Vec<_>>());
    // Criterion's own files served their purpose; what is left behind does no harm.
    let _ = std::fs::remove_dir_all(&measured.0);
}
