//! septet in a host written in Rust: the plain module in an interpreter, which needs no compiler at run time.
//!
//! `cargo run -p septet-plain --example wasmi pkg/septet-plain.wasm "Hello €"`

use std::error::Error;

use serde_json::{Value, json};
use wasmi::{Engine, Instance, Linker, Memory, Module, Store, TypedFunc};

/// The module at work.
pub(crate) struct Septet {
    store: Store<()>,
    memory: Memory,
    alloc: TypedFunc<u32, u32>,
    free: TypedFunc<u32, u32>,
    call: TypedFunc<(u32, u32), u32>,
}

impl Septet {
    /// Starts the module, given its octets.
    pub(crate) fn new(module: &[u8]) -> Result<Self, Box<dyn Error>> {
        let engine = Engine::default();
        let mut store = Store::new(&engine, ());
        let module = Module::new(&engine, module)?;
        let instance: Instance = Linker::new(&engine).instantiate_and_start(&mut store, &module)?;
        Ok(Septet {
            memory: instance.get_memory(&store, "memory").ok_or("no memory")?,
            alloc: instance.get_typed_func(&store, "alloc")?,
            free: instance.get_typed_func(&store, "free")?,
            call: instance.get_typed_func(&store, "call")?,
            store,
        })
    }

    /// Calls a function: `["count", "Hello €"]`. An error of the module is an answer with the key `error`.
    pub(crate) fn call(&mut self, request: &Value) -> Result<Value, Box<dyn Error>> {
        let request = request.to_string();
        let length = u32::try_from(request.len())?;
        let block = self.alloc.call(&mut self.store, length)?;
        if block == 0 {
            return Err("no memory for the request".into());
        }
        self.memory
            .write(&mut self.store, block as usize, request.as_bytes())?;
        let address = self.call.call(&mut self.store, (block, length))? as usize;
        let octets = self.memory.data(&self.store);
        let header = octets[address..].first_chunk::<8>().ok_or("no answer")?;
        let length = u32::from_le_bytes([header[4], header[5], header[6], header[7]]) as usize;
        let answer = serde_json::from_slice(&octets[address + 8..][..length])?;
        self.free.call(&mut self.store, block)?;
        Ok(answer)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(path), Some(text)) = (arguments.next(), arguments.next()) else {
        return Err("usage: wasmi septet-plain.wasm TEXT".into());
    };
    let mut septet = Septet::new(&std::fs::read(path)?)?;
    println!("{}", septet.call(&json!(["count", text]))?);
    Ok(())
}
