//! The export crate from outside: what is written is read back, what is hostile is refused.

#[cfg(test)]
mod foreign_text;
#[cfg(test)]
mod foreign_workbook;
#[cfg(test)]
mod hostile_workbook;
#[cfg(test)]
mod own_workbook;
#[cfg(test)]
mod paper;
#[cfg(test)]
mod plain_csv;
#[cfg(test)]
mod real_workbook;
#[cfg(test)]
mod sample;
