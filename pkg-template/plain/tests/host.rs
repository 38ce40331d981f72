//! The module itself, in an interpreter: what a host sees of it.

#[allow(dead_code, reason = "an example has a `main` of its own")]
#[path = "../examples/wasmi.rs"]
mod host;

use host::Septet;
use serde_json::json;
use wasmi::{Engine, Linker, Memory, Module, Store, StoreLimitsBuilder, TypedFunc};

/// The module as it is shipped. `cargo xtask pkg` builds it.
fn module() -> Vec<u8> {
    let path = std::env::var("SEPTET_PLAIN").unwrap_or_else(|_| {
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../pkg/septet-plain.wasm").into()
    });
    std::fs::read(&path)
        .unwrap_or_else(|error| panic!("{path}: {error}; `cargo xtask pkg` builds it"))
}

/// The exports of a module whose memory may not grow beyond a limit.
struct Exports {
    store: Store<wasmi::StoreLimits>,
    memory: Memory,
    alloc: TypedFunc<u32, u32>,
    free: TypedFunc<u32, u32>,
    call: TypedFunc<(u32, u32), u32>,
    count_many: TypedFunc<(u32, u32, u32, u32, u32, u32), u32>,
}

impl Exports {
    fn new(memory: usize) -> Self {
        let engine = Engine::default();
        let limits = StoreLimitsBuilder::new().memory_size(memory).build();
        let mut store = Store::new(&engine, limits);
        store.limiter(|limits| limits);
        let module = Module::new(&engine, module()).unwrap();
        let instance = Linker::new(&engine)
            .instantiate_and_start(&mut store, &module)
            .unwrap();
        Exports {
            memory: instance.get_memory(&store, "memory").unwrap(),
            alloc: instance.get_typed_func(&store, "alloc").unwrap(),
            free: instance.get_typed_func(&store, "free").unwrap(),
            call: instance.get_typed_func(&store, "call").unwrap(),
            count_many: instance.get_typed_func(&store, "count_many").unwrap(),
            store,
        }
    }

    fn written(&mut self, octets: &[u8]) -> u32 {
        let block = self
            .alloc
            .call(&mut self.store, octets.len().try_into().unwrap())
            .unwrap();
        assert_ne!(block, 0);
        self.memory
            .write(&mut self.store, block as usize, octets)
            .unwrap();
        block
    }

    /// Reads the answer at an address: true if it is an error, and its octets.
    fn answer(&self, address: u32) -> (bool, &[u8]) {
        let octets = &self.memory.data(&self.store)[address as usize..];
        let word = |at: usize| u32::from_le_bytes(*octets[at..].first_chunk().unwrap());
        (word(0) == 1, &octets[8..][..word(4) as usize])
    }

    /// The code of the error that a call must end with.
    fn code(&mut self, address: u32, length: u32) -> String {
        let answer = self
            .call
            .call(&mut self.store, (address, length))
            .expect("never a trap");
        let (is_error, octets) = self.answer(answer);
        assert!(is_error);
        let value: serde_json::Value = serde_json::from_slice(octets).unwrap();
        value["error"]["code"].as_str().unwrap().to_owned()
    }
}

#[test]
fn the_module_imports_nothing_and_exports_what_the_contract_says() {
    let octets = module();
    assert!(octets.len() <= 700 * 1024, "{} octets", octets.len());
    let module = Module::new(&Engine::default(), octets).unwrap();
    assert_eq!(module.imports().count(), 0);
    let mut names: Vec<&str> = module.exports().map(|export| export.name()).collect();
    names.retain(|name| !name.starts_with("__"));
    names.sort_unstable();
    assert_eq!(
        names,
        ["alloc", "call", "count_many", "free", "memory", "version"]
    );
}

#[test]
fn answers_are_those_of_the_crate() {
    let mut septet = Septet::new(&module()).unwrap();
    for text in ["", "Hello €", "“Hello”", "😘]\u{301}\0\u{1}\"\\"] {
        let expected = serde_json::to_value(septet::count(text)).unwrap();
        assert_eq!(septet.call(&json!(["count", text])).unwrap(), expected);
        let expected = serde_json::to_value(septet::analyze(text)).unwrap();
        assert_eq!(septet.call(&json!(["analyze", text])).unwrap(), expected);
    }
}

#[test]
fn bad_pointers_are_errors() {
    let mut module = Exports::new(1 << 26);
    let request = br#"["count", "a"]"#;
    let length = u32::try_from(request.len()).unwrap();
    assert_eq!(module.code(0, 0), "bad-pointer"); // before anything was allocated
    let block = module.written(request);
    for (address, length) in [
        (0, length),
        (block - 1, length),
        (block + 1, length),
        (block, length + 1),
        (block, u32::MAX),
        (u32::MAX, 1),
        (u32::MAX, u32::MAX),
        (1 << 20, 16),
    ] {
        assert_eq!(
            module.code(address, length),
            "bad-pointer",
            "{address} {length}"
        );
    }
    for address in [0, block - 1, block + 1, u32::MAX] {
        assert_eq!(module.free.call(&mut module.store, address).unwrap(), 0);
        let answer = module
            .count_many
            .call(&mut module.store, (block, 4, address, 2, 0, 0))
            .unwrap();
        assert_eq!(module.answer(answer).0, address != 0);
        let answer = module
            .count_many
            .call(&mut module.store, (block, 4, 0, 0, address, 2))
            .unwrap();
        assert_eq!(module.answer(answer).0, address != 0);
    }
    let answer = module
        .call
        .call(&mut module.store, (block, length))
        .unwrap();
    assert!(!module.answer(answer).0);
    assert_eq!(module.free.call(&mut module.store, block).unwrap(), 1);
    assert_eq!(module.free.call(&mut module.store, block).unwrap(), 0);
    assert_eq!(module.code(block, length), "bad-pointer"); // after it was freed
}

#[test]
fn what_does_not_fit_is_an_error_and_the_module_goes_on() {
    let mut module = Exports::new(8 << 20);
    assert_eq!(module.alloc.call(&mut module.store, u32::MAX).unwrap(), 0);
    assert_eq!(module.alloc.call(&mut module.store, 8 << 20).unwrap(), 0);
    let text = "—".repeat(100_000);
    for name in ["analyze", "suggest", "split", "count"] {
        let request = json!([name, text]).to_string();
        let block = module.written(request.as_bytes());
        let length = u32::try_from(request.len()).unwrap();
        if name == "count" {
            let answer = module
                .call
                .call(&mut module.store, (block, length))
                .unwrap();
            assert!(!module.answer(answer).0);
        } else {
            let answer = module
                .call
                .call(&mut module.store, (block, length))
                .expect("never a trap");
            let (is_error, octets) = module.answer(answer);
            assert!(
                !is_error || octets.starts_with(br#"{"error":{"code":"out-of-memory""#),
                "{name}"
            );
            assert!(is_error || name == "split", "{name}");
        }
        module.free.call(&mut module.store, block).unwrap();
    }
}

#[test]
fn a_full_memory_is_an_error_and_never_a_trap() {
    let mut module = Exports::new(4 << 20);
    let request = br#"["analyze", "Hello"]"#;
    let length = u32::try_from(request.len()).unwrap();
    let first = module.written(request);
    // Ever smaller blocks, to the last octet.
    let mut blocks = Vec::new();
    let mut size = 1 << 20;
    while size > 0 {
        match module.alloc.call(&mut module.store, size).unwrap() {
            0 => size /= 2,
            block => blocks.push(block),
        }
        if blocks.len() % 16 == 0 {
            assert!(matches!(
                module.code_or_answer(first, length).as_str(),
                "out-of-memory" | "answer"
            ));
        }
    }
    assert_eq!(module.code_or_answer(first, length), "out-of-memory");
    assert_eq!(module.code(7, 7), "out-of-memory");
    for block in blocks {
        assert_eq!(module.free.call(&mut module.store, block).unwrap(), 1);
    }
    assert_eq!(module.code_or_answer(first, length), "answer");
}

impl Exports {
    /// The code of an error, or `answer`.
    fn code_or_answer(&mut self, address: u32, length: u32) -> String {
        let answer = self
            .call
            .call(&mut self.store, (address, length))
            .expect("never a trap");
        if self.answer(answer).0 {
            self.code(address, length)
        } else {
            "answer".into()
        }
    }
}
