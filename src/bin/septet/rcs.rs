//! `septet rcs`: what a text costs as RCS.

use std::io::Write;

use clap::ValueEnum;
use septet::{RcsRegion, rcs_count};

use crate::input::Input;
use crate::outcome::{Failure, Outcome};
use crate::screen::Screen;
use crate::wording::counted;

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    input: Input,
    /// Region of billing: us (by 160 bytes of UTF-8, the default) or elsewhere (by message)
    #[arg(
        long,
        value_name = "WHERE",
        value_enum,
        ignore_case = true,
        default_value_t,
        hide_default_value = true,
        hide_possible_values = true
    )]
    region: Region,
    /// Print JSON: the keys of npm `rcs`
    #[arg(long, help_heading = "Output")]
    json: bool,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Region {
    #[default]
    Us,
    Elsewhere,
}

pub(crate) fn run(args: &Args, screen: &mut Screen) -> Result<Outcome, Failure> {
    let region = match args.region {
        Region::Us => RcsRegion::UnitedStates,
        Region::Elsewhere => RcsRegion::Elsewhere,
    };
    let count = rcs_count(&args.input.read()?, region);
    if args.json {
        screen.json(&count)?;
    } else {
        let (units, bytes) = (
            counted(count.units(), "unit"),
            counted(count.bytes(), "byte"),
        );
        writeln!(screen, "RCS {} · {units} · {bytes}", count.class().name())?;
    }
    Ok(Outcome::Done)
}
