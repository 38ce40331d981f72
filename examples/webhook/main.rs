//! A webhook server: takes signed messages, sees to STOP and HELP, runs a survey, replies with
//! TwiML, and folds status callbacks into what became of each message.
//!
//! ```console
//! $ cargo run --example webhook --features messages                 # a conversation on loopback
//! $ TWILIO_AUTH_TOKEN=… PUBLIC_URL=https://you.example.com \
//!     cargo run --example webhook --features messages -- serve 8080 # for a provider to call
//! ```

mod app;
mod conversation;
mod survey;

use std::error::Error;
use std::net::{Ipv4Addr, TcpListener};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() == Some("serve") {
        let port = arguments.next().map_or(Ok(8080), |port| port.parse())?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let token = std::env::var("TWILIO_AUTH_TOKEN")?;
        let url = std::env::var("PUBLIC_URL")?;
        return app::serve(listener, app::App::new(&token, &url)?);
    }
    for line in conversation::hold()? {
        println!("{line}");
    }
    Ok(())
}
