//! One function as DataFusion calls it: the types it takes, its constants, batches of texts.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::iter::repeat;

use datafusion::arrow::array::{Array, ArrayRef, AsArray, BooleanArray, downcast_dictionary_array};
use datafusion::arrow::compute::{not, nullif, take};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::common::{ScalarValue, exec_err, internal_err};
use datafusion::error::{DataFusionError, Result};
use datafusion::logical_expr::{
    ColumnarValue, Documentation, ReturnFieldArgs, ScalarFunctionArgs, ScalarUDFImpl, Signature,
    Volatility,
};

use super::Function;
use super::bound::BoundFunction;
use super::error::Problem;

/// A function over texts.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) struct TextFunction {
    function: Function,
    signature: Signature,
    documentation: Documentation,
}

impl TextFunction {
    pub(super) fn new(function: Function) -> Self {
        let mut signature = Signature::user_defined(Volatility::Immutable);
        let names = function.parameters().iter().map(|name| String::from(*name));
        signature.parameter_names = Some(names.collect());
        TextFunction {
            function,
            signature,
            documentation: function.documentation(),
        }
    }

    /// The function with the constants behind its text; `None` where one of them is null.
    fn bound(&self, constants: &[Option<&ScalarValue>]) -> Result<Option<BoundFunction>> {
        let mut values = [""; 2];
        let names = self.function.parameters().iter().skip(1);
        for ((value, constant), name) in values.iter_mut().zip(constants).zip(names) {
            let constant = constant.ok_or_else(|| self.error(Problem::NotConstant(name)))?;
            match constant.try_as_str() {
                Some(Some(text)) => *value = text,
                _ => return Ok(None),
            }
        }
        let bound = BoundFunction::new(self.function, values);
        bound.map(Some).map_err(|problem| self.error(problem))
    }

    /// As many arguments as there are parameters, and all of them text.
    fn check(&self, arguments: &[FieldRef]) -> Result<()> {
        let parameters = self.function.parameters();
        let given = arguments.len();
        if given < self.function.required() || given > parameters.len() {
            let parameters = self.function.syntax();
            return Err(self.error(Problem::Arguments { parameters, given }));
        }
        for (argument, parameter) in arguments.iter().zip(parameters) {
            if text_type(argument.data_type()).is_none() {
                let given = argument.data_type().to_string();
                return Err(self.error(Problem::NotText { parameter, given }));
            }
        }
        Ok(())
    }

    fn error(&self, problem: Problem) -> DataFusionError {
        DataFusionError::External(Box::new(problem.of(self.function.name())))
    }
}

impl ScalarUDFImpl for TextFunction {
    fn name(&self) -> &str {
        self.function.name()
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn documentation(&self) -> Option<&Documentation> {
        Some(&self.documentation)
    }

    fn is_strict(&self) -> bool {
        true
    }

    /// Takes what is given; [`Self::return_field_from_args`] has the better sentences for what is wrong with it.
    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        let parameters = self
            .function
            .parameters()
            .iter()
            .map(Some)
            .chain(repeat(None));
        let each = types.iter().zip(parameters).map(|(given, parameter)| {
            match (given, text_type(given)) {
                (DataType::Null, _) => DataType::Utf8,
                // Dictionaries are for columns.
                (_, Some(of)) if parameter != Some(&"text") => of.clone(),
                _ => given.clone(),
            }
        });
        Ok(each.collect())
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(self.function.returns())
    }

    /// Reads the constants, so that what is wrong with them is told before a row is read.
    fn return_field_from_args(&self, args: ReturnFieldArgs<'_>) -> Result<FieldRef> {
        self.check(args.arg_fields)?;
        let constants = args.scalar_arguments.get(1..).unwrap_or_default();
        // An expression may yet be folded to a constant.
        if constants.iter().all(Option::is_some) {
            self.bound(constants)?;
        }
        let nullable = self.function == Function::Keyword
            || args.arg_fields.iter().any(|field| field.is_nullable());
        let field = Field::new(self.name(), self.function.returns(), nullable);
        Ok(Arc::new(field))
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let Some((texts, constants)) = args.args.split_first() else {
            return internal_err!("{} without arguments", self.name());
        };
        let constants: Vec<Option<&ScalarValue>> = constants.iter().map(scalar).collect();
        let Some(bound) = self.bound(&constants)? else {
            return Ok(ColumnarValue::Scalar(ScalarValue::try_from(
                &self.function.returns(),
            )?));
        };
        match texts {
            ColumnarValue::Array(array) => Ok(ColumnarValue::Array(answers(&bound, array)?)),
            ColumnarValue::Scalar(text) => {
                let answer = answers(&bound, &text.to_array()?)?;
                let answer = ScalarValue::try_from_array(&answer, 0)?;
                Ok(ColumnarValue::Scalar(answer))
            }
        }
    }
}

/// The value of a constant argument.
fn scalar(argument: &ColumnarValue) -> Option<&ScalarValue> {
    match argument {
        ColumnarValue::Scalar(value) => Some(value),
        ColumnarValue::Array(_) => None,
    }
}

/// The type of text that a type holds, directly or by dictionary.
fn text_type(given: &DataType) -> Option<&DataType> {
    match given {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => Some(given),
        DataType::Dictionary(_, values) => text_type(values),
        _ => None,
    }
}

/// The answers for a column of texts.
fn answers(bound: &BoundFunction, texts: &ArrayRef) -> Result<ArrayRef> {
    let answers = match texts.data_type() {
        DataType::Utf8 => bound.answers(texts.as_string::<i32>().iter()),
        DataType::LargeUtf8 => bound.answers(texts.as_string::<i64>().iter()),
        DataType::Utf8View => bound.answers(texts.as_string_view().iter()),
        DataType::Dictionary(_, _) => return dictionary_answers(bound, texts),
        other => return exec_err!("expected text, not {other}"),
    };
    answers.map_err(|error| DataFusionError::External(Box::new(error)))
}

/// Answers a dictionary array: computes each distinct text once, and skips texts that no row refers to.
fn dictionary_answers(bound: &BoundFunction, texts: &ArrayRef) -> Result<ArrayRef> {
    let in_use = downcast_dictionary_array!(
        texts => texts.occupancy(),
        other => return exec_err!("expected a dictionary, not {other}")
    );
    let dictionary = texts.as_any_dictionary();
    let unused = not(&BooleanArray::new(in_use, None))?;
    let values = answers(bound, &nullif(dictionary.values(), &unused)?)?;
    Ok(take(&values, dictionary.keys(), None)?)
}
