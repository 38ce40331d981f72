//! A WebAssembly module divided: a basis that works by itself, and additions that a script brings when they are needed.
//!
//! The basis has the memory with all data in it, and every function that an addition shares with it or with another one.
//! A function that an addition is entered by is, in the basis, a call through a place of the table, which the addition
//! fills when it is instantiated (`pkg-template/lib/texts.js`). What it imports are exports of the basis.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::passes::gc;
use walrus::{
    ConstExpr, Data, Element, ElementItems, ElementKind, Export, ExportItem, Function,
    FunctionBuilder, FunctionId, FunctionKind, Global, GlobalId, GlobalKind, ImportedFunction,
    MemoryId, Module, TableId,
};

/// What is taken out of a module.
pub(crate) struct Addition {
    pub(crate) name: &'static str,
    /// The functions of the crate that it is entered by, as paths; they must not be inlined.
    pub(crate) functions: &'static [&'static str],
}

/// Where the imports of an addition come from.
pub(crate) const BASIS: &str = "basis";

/// Functions by their places in the module that is divided.
type Functions = BTreeSet<usize>;

/// The module of the basis, then that of each addition.
pub(crate) fn divide(octets: &[u8], additions: &[Addition]) -> Result<Vec<Vec<u8>>> {
    let mut basis = Copy::of(octets)?;
    let entered: Vec<Vec<usize>> = (additions.iter())
        .map(|addition| {
            let paths = addition.functions.iter();
            paths.map(|path| basis.find(path)).collect()
        })
        .collect::<Result<_>>()?;
    let all = entered.concat();
    let behind: Functions = all.iter().copied().collect();
    // What an addition is entered by is called through the table by the others too.
    let border = &basis.reached(basis.entries(), &behind) | &behind;
    let reached: Vec<Functions> = (entered.iter())
        .map(|entered| basis.reached(entered.clone(), &border))
        .collect();
    let is_own = |function: &usize| {
        let users = reached.iter().filter(|reached| reached.contains(function));
        users.count() == 1
    };

    let mut place = basis.call_through_table(&all)?;
    let mut made = Vec::new();
    for (entered, reached) in entered.iter().zip(&reached) {
        let own = reached.iter().copied().filter(is_own).collect();
        let mut addition = Copy::of(octets)?;
        basis.export(&addition.leave(&own, entered, place));
        place += u32::try_from(entered.len())?;
        made.push(addition.module.emit_wasm());
    }
    gc::run(&mut basis.module);
    made.insert(0, basis.module.emit_wasm());
    Ok(made)
}

/// What an addition needs of the basis, by places in the module that was divided.
struct Needs {
    functions: Functions,
    globals: BTreeSet<usize>,
}

/// The module that is divided, read once more.
struct Copy {
    module: Module,
    functions: Vec<FunctionId>,
    globals: Vec<GlobalId>,
    memory: MemoryId,
    table: TableId,
}

impl Copy {
    fn of(octets: &[u8]) -> Result<Self> {
        let module = Module::from_buffer(octets)?;
        let table = module.tables.main_function_table()?;
        Ok(Copy {
            functions: module.funcs.iter().map(Function::id).collect(),
            globals: module.globals.iter().map(Global::id).collect(),
            memory: module.get_memory_id()?,
            table: table.context("the module has no table of functions")?,
            module,
        })
    }

    /// The function of a path, `septet::wasm::analyze::analyze`; its name has the hash of the crate,
    /// `septet[941c…]::wasm::analyze::analyze`.
    fn find(&self, path: &str) -> Result<usize> {
        let is_it = |function: &Function| {
            let name = function.name.as_deref().unwrap_or_default();
            let (start, rest) = name.split_once('[').unwrap_or_default();
            let end = rest.split_once(']').map(|(_hash, end)| end);
            path.strip_prefix(start)
                .is_some_and(|rest| end == Some(rest))
        };
        (self.module.funcs.iter().position(is_it))
            .with_context(|| format!("the module has no function {path}: was it inlined?"))
    }

    /// Where the module is entered: its exports, what is in its table, its start.
    fn entries(&self) -> Vec<usize> {
        let exports = (self.module.exports.iter()).filter_map(|export| match export.item {
            ExportItem::Function(id) => Some(id),
            _ => None,
        });
        let elements = (self.module.elements.iter()).flat_map(|element| match &element.items {
            ElementItems::Functions(functions) => functions.as_slice(),
            ElementItems::Expressions(..) => &[],
        });
        (exports.chain(elements.copied()).chain(self.module.start))
            .map(|id| id.index())
            .collect()
    }

    /// These functions and all that they call in turn; what is on the border and behind it is not.
    fn reached(&self, mut waiting: Vec<usize>, border: &Functions) -> Functions {
        let mut reached = Functions::new();
        while let Some(function) = waiting.pop() {
            if reached.insert(function) {
                let called = self.called(function);
                waiting.extend(called.difference(border));
            }
        }
        reached
    }

    /// What a function calls.
    fn called(&self, function: usize) -> Functions {
        struct Calls(Functions);
        impl Visitor<'_> for Calls {
            fn visit_function_id(&mut self, id: &FunctionId) {
                self.0.insert(id.index());
            }
        }
        let mut calls = Calls(Functions::new());
        if let FunctionKind::Local(local) = &self.module.funcs.get(self.functions[function]).kind {
            dfs_in_order(&mut calls, local, local.entry_block());
        }
        calls.0
    }

    /// Has each of these functions call through a place of the table in its stead; returns the first place.
    fn call_through_table(&mut self, entered: &[usize]) -> Result<u32> {
        let (module, table) = (&mut self.module, self.table);
        let places = module.tables.get_mut(table);
        let first = u32::try_from(places.initial)?;
        places.initial += u64::try_from(entered.len())?;
        places.maximum = places.maximum.map(|maximum| maximum.max(places.initial));
        for (place, function) in (first..).zip(entered) {
            let id = self.functions[*function];
            let signature = module.funcs.get(id).ty();
            let (params, results) = module.types.params_results(signature);
            let (params, results) = (params.to_vec(), results.to_vec());
            let arguments: Vec<_> = params
                .iter()
                .map(|param| module.locals.add(*param))
                .collect();
            let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
            let mut body = builder.func_body();
            for argument in &arguments {
                body.local_get(*argument);
            }
            body.i32_const(place.cast_signed())
                .call_indirect(signature, table);
            module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
        }
        Ok(first)
    }

    /// Leaves its own functions, puts those that it is entered by into the table from a place on, imports what it needs.
    fn leave(&mut self, own: &Functions, entered: &[usize], place: u32) -> Needs {
        let (memory, table) = (self.memory, self.table);
        let called: Functions = own.iter().flat_map(|own| self.called(*own)).collect();
        let functions = &called - own;
        let module = &mut self.module;
        module.start = None;
        for id in ids(module.exports.iter().map(Export::id)) {
            module.exports.delete(id);
        }
        for id in ids(module.elements.iter().map(Element::id)) {
            module.elements.delete(id);
        }
        for id in ids(module.data.iter().map(Data::id)) {
            module.data.delete(id);
        }
        module.memories.get_mut(memory).data_segments.clear();
        module.tables.get_mut(table).elem_segments.clear();

        let imports = &mut module.imports;
        for place in &functions {
            let id = self.functions[*place];
            let function = module.funcs.get_mut(id);
            let (import, ty) = (
                imports.add(BASIS, &function_name(*place), id),
                function.ty(),
            );
            function.kind = FunctionKind::Import(ImportedFunction { import, ty });
        }
        for (place, id) in self.globals.iter().enumerate() {
            let import = imports.add(BASIS, &global_name(place), *id);
            module.globals.get_mut(*id).kind = GlobalKind::Import(import);
        }
        module.memories.get_mut(memory).import = Some(imports.add(BASIS, MEMORY, memory));
        let places = module.tables.get_mut(table);
        places.import = Some(imports.add(BASIS, TABLE, table));
        // Any table will do that has the places of this addition.
        places.maximum = None;
        let offset = ConstExpr::Value(Value::I32(place.cast_signed()));
        let entered = ids(entered.iter().map(|place| self.functions[*place]));
        let element = (module.elements).add(
            ElementKind::Active { table, offset },
            ElementItems::Functions(entered),
        );
        (module.tables.get_mut(table).elem_segments).insert(element);
        gc::run(module);
        let left = ids(module.globals.iter().map(Global::id));
        let is_left = |place: &usize| left.contains(&self.globals[*place]);
        let globals = (0..self.globals.len()).filter(is_left).collect();
        Needs { functions, globals }
    }

    /// Exports what an addition needs.
    fn export(&mut self, needs: &Needs) {
        let functions = (needs.functions.iter())
            .map(|place| (function_name(*place), self.functions[*place].into()));
        let globals =
            (needs.globals.iter()).map(|place| (global_name(*place), self.globals[*place].into()));
        let always = [(MEMORY, self.memory.into()), (TABLE, self.table.into())];
        let always = always.map(|(name, item)| (name.to_owned(), item));
        let exports = &mut self.module.exports;
        for (name, item) in functions.chain(globals).chain(always) {
            let item: ExportItem = item;
            if !exports.iter().any(|export| export.name == name) {
                exports.add(&name, item);
            }
        }
    }
}

const MEMORY: &str = "memory";
const TABLE: &str = "table";

fn function_name(place: usize) -> String {
    format!("f{place}")
}

fn global_name(place: usize) -> String {
    format!("g{place}")
}

fn ids<T>(ids: impl Iterator<Item = T>) -> Vec<T> {
    ids.collect()
}

#[cfg(test)]
mod tests {
    use walrus::{RefType, ValType};

    use super::*;

    const ADDITIONS: &[Addition] = &[Addition {
        name: "more",
        functions: &["septet::more"],
    }];

    /// `run` calls `shared` and `more`; `more` calls `shared` and `deep`, and moves the stack.
    fn module() -> Vec<u8> {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("memory", memory);
        let table = (module.tables).add_local(false, 1, Some(1), RefType::FUNCREF);
        let stack =
            (module.globals).add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(64)));
        let mut function = |name: &str, calls: &[FunctionId], moves: bool| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
            builder.name(name.to_owned());
            let mut body = builder.func_body();
            for called in calls {
                body.call(*called);
            }
            if moves {
                body.global_get(stack).global_set(stack);
            }
            builder.finish(Vec::new(), &mut module.funcs)
        };
        let shared = function("septet[0a]::shared", &[], false);
        let deep = function("septet[0a]::deep", &[], false);
        let more = function("septet[0a]::more", &[shared, deep], true);
        let run = function("septet[0a]::run", &[shared, more], false);
        module.exports.add("run", run);
        let offset = ConstExpr::Value(Value::I32(0));
        let items = ElementItems::Functions(vec![shared]);
        let element = (module.elements).add(ElementKind::Active { table, offset }, items);
        (module.tables.get_mut(table).elem_segments).insert(element);
        module.emit_wasm()
    }

    fn locals(module: &Module) -> usize {
        module.funcs.iter_local().count()
    }

    #[test]
    fn an_addition_imports_what_the_basis_exports() {
        let made = divide(&module(), ADDITIONS).unwrap();
        let [basis, more] = [0, 1].map(|number| Module::from_buffer(&made[number]).unwrap());
        let imports: BTreeSet<_> = more.imports.iter().map(|import| &*import.name).collect();
        let exports: BTreeSet<_> = basis.exports.iter().map(|export| &*export.name).collect();
        assert_eq!(
            exports.difference(&imports).collect::<Vec<_>>(),
            [&"memory", &"run"]
        );
        assert_eq!(imports.difference(&exports).count(), 0);
        assert_eq!(imports.len(), 3, "shared, the stack, the table");
        assert_eq!(
            locals(&basis),
            3,
            "run, shared, and the call through the table"
        );
        assert_eq!(locals(&more), 2, "more and deep");
    }

    #[test]
    fn an_addition_fills_the_places_that_the_basis_calls() {
        let made = divide(&module(), ADDITIONS).unwrap();
        let [basis, more] = [0, 1].map(|number| Module::from_buffer(&made[number]).unwrap());
        assert_eq!(basis.tables.iter().next().unwrap().initial, 2);
        let element = more.elements.iter().next().unwrap();
        let ElementKind::Active { offset, .. } = &element.kind else {
            panic!("{element:?}");
        };
        assert!(matches!(offset, ConstExpr::Value(Value::I32(1))));
        assert_eq!(more.exports.iter().count() + more.data.iter().count(), 0);
    }

    #[test]
    fn a_function_that_is_not_there_is_named() {
        let gone = Addition {
            name: "gone",
            functions: &["septet::gone"],
        };
        let error = divide(&module(), &[gone]).unwrap_err();
        assert!(error.to_string().contains("septet::gone"), "{error}");
    }
}
