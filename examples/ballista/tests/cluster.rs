//! A scheduler and two executors as processes of their own on loopback: the same answer as in one process, also when
//! one of the executors is killed in the middle.

use std::fs::{self, File};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

use datafusion::arrow::array::{RecordBatch, StringArray};
use datafusion::parquet::arrow::ArrowWriter;
use tempfile::TempDir;

/// Longer than any of it takes: what has not happened by then will not.
const PATIENCE: Duration = Duration::from_mins(4);

const TEXTS: [&str; 6] = [
    "Hello",
    "Your “order” – it’s on its way… between 10 and 12 o’clock tomorrow morning at the latest",
    "🎉 party",
    "Güle güle, yarın kapınızda olacak",
    "]]]]",
    "",
];

/// A process that ends with its test.
struct Process(Child);

impl Process {
    fn start(arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_septet-ballista"));
        command.args(arguments).stdin(Stdio::null());
        let command = command.stdout(Stdio::piped()).stderr(Stdio::piped());
        Process(command.spawn().unwrap())
    }

    fn is_running(&mut self) -> bool {
        self.0.try_wait().unwrap().is_none()
    }

    /// As `kill -9` does: nothing is told to anybody.
    fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A scheduler and two executors of one core each, with the directories of their results.
struct Cluster {
    port: u16,
    executors: [Process; 2],
    work: [TempDir; 2],
    _scheduler: Process,
}

impl Cluster {
    fn start() -> Self {
        let [port, ports @ ..] = free_ports();
        let name = port.to_string();
        let scheduler = Process::start(&["scheduler", "--port", &name, "--patience", "5"]);
        wait(|| TcpStream::connect(("127.0.0.1", port)).is_ok());
        let work = [TempDir::new().unwrap(), TempDir::new().unwrap()];
        let executor = |index: usize| {
            let [own, grpc] = [ports[2 * index], ports[2 * index + 1]].map(|port| port.to_string());
            let work = work[index].path().to_str().unwrap();
            let process = Process::start(&[
                "executor",
                "--cores=1",
                "--scheduler-port",
                &name,
                "--port",
                &own,
                "--grpc-port",
                &grpc,
                "--work-dir",
                work,
            ]);
            wait(|| TcpStream::connect(("127.0.0.1", ports[2 * index])).is_ok());
            process
        };
        let executors = [executor(0), executor(1)];
        Cluster {
            port,
            executors,
            work,
            _scheduler: scheduler,
        }
    }

    fn price(&self, directory: &Path) -> Process {
        let scheduler = format!("--scheduler=df://127.0.0.1:{}", self.port);
        Process::start(&["price", &scheduler, directory.to_str().unwrap()])
    }
}

fn free_ports() -> [u16; 5] {
    let listeners = [(); 5].map(|()| TcpListener::bind("127.0.0.1:0").unwrap());
    listeners.map(|listener| listener.local_addr().unwrap().port())
}

/// Waits until something has happened.
fn wait(mut has_happened: impl FnMut() -> bool) {
    let start = Instant::now();
    while !has_happened() {
        assert!(start.elapsed() < PATIENCE, "it never happened");
        sleep(Duration::from_millis(20));
    }
}

/// The output of a process, which must have succeeded.
fn answer(mut process: Process) -> String {
    wait(|| !process.is_running());
    let mut child = process.0.stdout.take().unwrap();
    let mut printed = String::new();
    std::io::Read::read_to_string(&mut child, &mut printed).unwrap();
    let mut complaint = String::new();
    std::io::Read::read_to_string(process.0.stderr.as_mut().unwrap(), &mut complaint).unwrap();
    assert!(process.0.wait().unwrap().success(), "{complaint}");
    printed
}

fn local(directory: &Path) -> String {
    answer(Process::start(&["price", directory.to_str().unwrap()]))
}

/// A campaign of many files.
fn campaign(files: usize, rows: usize) -> TempDir {
    let directory = TempDir::new().unwrap();
    for file in 0..files {
        let texts = TEXTS.iter().cycle().skip(file).take(rows);
        let text: StringArray = texts.map(|text| Some(*text)).collect();
        let batch = RecordBatch::try_from_iter([("text", Arc::new(text) as _)]).unwrap();
        let file = File::create(directory.path().join(format!("{file}.parquet"))).unwrap();
        let mut writer = ArrowWriter::try_new(file, batch.schema(), None).unwrap();
        writer.write(&batch).unwrap();
        writer.close().unwrap();
    }
    directory
}

/// True if a task has left a result.
fn has_results(directory: &Path) -> bool {
    fs::read_dir(directory).is_ok_and(|mut entries| {
        entries.any(|entry| {
            let entry = entry.unwrap();
            entry.file_type().unwrap().is_file() || has_results(&entry.path())
        })
    })
}

#[test]
fn a_cluster_answers_as_one_process_does() {
    let campaign = campaign(8, 6_000);
    let expected = local(campaign.path());
    assert!(expected.contains("| GSM-7    | 24000 "), "{expected}");
    let cluster = Cluster::start();
    assert_eq!(answer(cluster.price(campaign.path())), expected);
    for work in &cluster.work {
        assert!(has_results(work.path()), "both executors had tasks");
    }
}

#[test]
fn an_executor_that_is_killed_in_the_middle_is_made_up_for() {
    let campaign = campaign(16, 60_000);
    let expected = local(campaign.path());
    let mut cluster = Cluster::start();
    let mut client = cluster.price(campaign.path());
    let first = cluster.work[0].path().to_owned();
    wait(|| has_results(&first) || !client.is_running());
    assert!(
        client.is_running(),
        "the campaign is too small to be interrupted"
    );
    cluster.executors[0].kill();
    assert_eq!(answer(client), expected);
    assert!(cluster.executors[1].is_running());
}
