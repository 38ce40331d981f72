//! Three questions, one after the other. The step is remembered twice: in memory by who answers,
//! for the next message; and in the URL of a redirect, for the next request of the same reply.

use septet::twiml::State;

const QUESTIONS: [&str; 3] = [
    "1/3 How was your visit, 1 to 5?",
    "2/3 What did you like best?",
    "3/3 May we write again? YES or NO",
];

/// The answers of one person so far.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    pub answers: Vec<String>,
}

impl Survey {
    /// Takes an answer; `false` if it does not answer the question.
    pub fn answer(&mut self, text: &str) -> bool {
        let text = text.trim();
        let fits = match self.answers.len() {
            0 => matches!(text, "1" | "2" | "3" | "4" | "5"),
            1 => !text.is_empty(),
            _ => ["yes", "no"].contains(&text.to_lowercase().as_str()),
        };
        if fits {
            self.answers.push(text.to_owned());
        }
        fits
    }

    pub fn is_complete(&self) -> bool {
        self.answers.len() == QUESTIONS.len()
    }

    /// The state for the URL of the next question.
    pub fn state(&self) -> State {
        State::new().with("step", &self.answers.len().to_string())
    }
}

/// The question a state asks for; thanks if there is none left, `None` if the text is not a state.
pub fn question(state: &State) -> Option<&'static str> {
    let step: usize = state.get("step")?.parse().ok()?;
    Some(QUESTIONS.get(step).copied().unwrap_or("Thank you!"))
}
