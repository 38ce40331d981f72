//! Panics cut short: what a function that never returns does before it traps is of no use in a module whose panics
//! are traps. Nothing panics; but the compiler does not know, and keeps the sentences, with their formatting and the
//! places in the sources, of every panic that it cannot rule out.

use anyhow::Result;
use walrus::ir::{self, Visitor, dfs_in_order};
use walrus::{FunctionId, LocalFunction, ModuleConfig};

/// The module with `unreachable` for the body of each function that never returns; the optimiser then drops what only
/// they had use for. A function that calls JavaScript keeps its body: it may throw.
pub(crate) fn snip(octets: &[u8]) -> Result<Vec<u8>> {
    let mut module = ModuleConfig::new()
        .generate_producers_section(false)
        .parse(octets)?;
    let imported: Vec<FunctionId> = module
        .imports
        .iter()
        .filter_map(|import| match import.kind {
            walrus::ImportKind::Function(function) => Some(function),
            _ => None,
        })
        .collect();
    let endings: Vec<FunctionId> = module
        .funcs
        .iter_local()
        .filter(|(_, function)| never_returns(function, &imported))
        .map(|(id, _)| id)
        .collect();
    for id in endings {
        let function = module.funcs.get_mut(id).kind.unwrap_local_mut();
        function.builder_mut().func_body().instrs_mut().clear();
        function.builder_mut().func_body().unreachable();
    }
    Ok(module.emit_wasm())
}

/// Whether a function ends in a trap, whatever way it takes.
fn never_returns(function: &LocalFunction, imported: &[FunctionId]) -> bool {
    let entry = function.entry_block();
    let last = function.block(entry).instrs.last();
    let mut ways = Ways {
        entry,
        imported,
        out: false,
    };
    dfs_in_order(&mut ways, function, entry);
    matches!(last, Some((ir::Instr::Unreachable(_), _))) && !ways.out
}

/// Ways out of a function: back to its caller, or to JavaScript.
struct Ways<'m> {
    entry: ir::InstrSeqId,
    imported: &'m [FunctionId],
    out: bool,
}

impl<'i> Visitor<'i> for Ways<'_> {
    fn visit_instr(&mut self, instr: &'i ir::Instr, _: &'i ir::InstrLocId) {
        self.out |= match instr {
            ir::Instr::Return(_) | ir::Instr::ReturnCall(_) | ir::Instr::ReturnCallIndirect(_) => {
                true
            }
            ir::Instr::Br(br) => br.block == self.entry,
            ir::Instr::BrIf(br) => br.block == self.entry,
            ir::Instr::BrTable(br) => br.default == self.entry || br.blocks.contains(&self.entry),
            ir::Instr::Call(call) => self.imported.contains(&call.func),
            _ => false,
        };
    }
}

#[cfg(test)]
mod tests {
    use walrus::{FunctionBuilder, InstrSeqBuilder, Module, ValType};

    use super::*;

    /// How many instructions a function of this body has after [`snip`].
    fn length_of(body: impl FnOnce(&mut InstrSeqBuilder<'_>)) -> usize {
        let mut module = Module::default();
        let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
        body(&mut builder.func_body());
        let function = builder.finish(Vec::new(), &mut module.funcs);
        module.exports.add("function", function);
        let snipped = Module::from_buffer(&snip(&module.emit_wasm()).unwrap()).unwrap();
        let (_, function) = snipped.funcs.iter_local().next().unwrap();
        function.block(function.entry_block()).instrs.len()
    }

    #[test]
    fn what_never_returns_is_cut_short() {
        let length = length_of(|body| {
            body.i32_const(1).drop().unreachable();
        });
        assert_eq!(length, 1);
    }

    #[test]
    fn what_may_return_stays() {
        let plain = length_of(|body| {
            body.i32_const(1);
        });
        assert_eq!(plain, 1);
        let early = length_of(|body| {
            body.i32_const(1).return_().unreachable();
        });
        assert!(early > 1);
        let branched = length_of(|body| {
            let out = body.id();
            body.i32_const(1).i32_const(1).br_if(out).unreachable();
        });
        assert_eq!(branched, 4);
    }
}
