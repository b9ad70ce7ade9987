//! What is compared with: the same database and the same files through zstd and age, as one line in a shell does it:
//! `VACUUM INTO`, then `cat * | zstd | age > file`, and a last `sync`. Nothing is hashed, read back, listed or signed, and
//! the files lie there unencrypted.
//!
//! On PostgreSQL `pg_dump` takes the place of `VACUUM INTO`; what it writes goes into the same line.

use std::{
    fs::{self, File},
    io::{self, PipeWriter, Read, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
};

use age::{Encryptor, x25519::Recipient};
use anyhow::{Context, Result, anyhow, ensure};
use sqlx::{Connection, SqliteConnection};

use crate::engine::DatabaseAddress;

/// The level that back-ups are compressed with.
const LEVEL: i32 = 3;
/// Bytes moved at a time.
const CHUNK: usize = 128 * 1024;

/// Writes database and files to `folder`; the bytes that lie there.
pub(super) async fn run(
    database: &DatabaseAddress,
    files: &Path,
    (folder, recipients): (&Path, &[String]),
) -> Result<u64> {
    fs::create_dir_all(folder)?;
    let recipients = recipients.iter().map(|text| text.parse().map_err(|error| anyhow!("{error}")));
    let recipients: Vec<Recipient> = recipients.collect::<Result<_>>()?;
    match database {
        DatabaseAddress::Sqlite(path) => {
            let copy = folder.join("copy.sqlite");
            vacuum_into(path, &copy).await?;
            line(File::open(&copy)?, &folder.join("database.zst.age"), &recipients)?;
            fs::remove_file(&copy)?;
        }
        DatabaseAddress::Postgres(url) => {
            let mut dump = Command::new("pg_dump")
                .args(["--no-owner", "--dbname", &of_libpq(url)])
                .stdout(Stdio::piped())
                .spawn()
                .context("starting pg_dump")?;
            let output = dump.stdout.take().context("a dump without output")?;
            line(output, &folder.join("database.zst.age"), &recipients)?;
            ensure!(dump.wait()?.success(), "pg_dump failed");
        }
    }
    line(OneAfterTheOther::of(files)?, &folder.join("files.zst.age"), &recipients)?;
    let sizes = fs::read_dir(folder)?.map(|found| Ok(found?.metadata()?.len()));
    sizes.sum::<io::Result<u64>>().map_err(Into::into)
}

/// The address without what only sqlx knows.
fn of_libpq(url: &str) -> String {
    let Some((address, query)) = url.split_once('?') else { return url.to_owned() };
    let known: Vec<&str> = query.split('&').filter(|part| !part.starts_with("statement-cache")).collect();
    format!("{address}?{}", known.join("&"))
}

async fn vacuum_into(database: &Path, copy: &Path) -> Result<()> {
    let address = format!("sqlite://{}", database.display());
    let mut connection = SqliteConnection::connect(&address).await?;
    let copy = copy.to_str().context("a path that is no UTF-8")?;
    sqlx::query("VACUUM INTO ?").bind(copy).execute(&mut connection).await?;
    Ok(connection.close().await?)
}

/// `zstd | age > file`: two threads, as two programs would be.
fn line(source: impl Read + Send, target: &Path, recipients: &[Recipient]) -> Result<()> {
    let (mut reader, writer) = io::pipe()?;
    thread::scope(|scope| {
        let compressing = scope.spawn(move || compress(source, writer));
        let keys = recipients.iter().map(|key| -> &dyn age::Recipient { key });
        let file = File::create(target)?;
        let mut encrypted = Encryptor::with_recipients(keys)?.wrap_output(file)?;
        copy(&mut reader, &mut encrypted)?;
        encrypted.finish()?.sync_all()?;
        compressing.join().map_err(|_| anyhow!("compressing failed"))??;
        Ok(())
    })
}

fn compress(mut source: impl Read, writer: PipeWriter) -> io::Result<()> {
    let mut compressed = zstd::Encoder::new(writer, LEVEL)?;
    copy(&mut source, &mut compressed)?;
    compressed.finish().map(drop)
}

fn copy(source: &mut impl Read, sink: &mut impl Write) -> io::Result<()> {
    let mut buffer = vec![0; CHUNK];
    loop {
        match source.read(&mut buffer)? {
            0 => return Ok(()),
            read => sink.write_all(buffer.get(..read).unwrap_or_default())?,
        }
    }
}

/// All files of a folder, as `cat` reads them.
struct OneAfterTheOther {
    left: Vec<PathBuf>,
    current: Option<File>,
}

impl OneAfterTheOther {
    fn of(folder: &Path) -> io::Result<Self> {
        let found = fs::read_dir(folder)?.map(|found| Ok(found?.path()));
        let mut left: Vec<PathBuf> = found.collect::<io::Result<_>>()?;
        left.sort_unstable_by(|one, other| other.cmp(one));
        Ok(Self { left, current: None })
    }
}

impl Read for OneAfterTheOther {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(current) = &mut self.current {
                match current.read(buffer)? {
                    0 => self.current = None,
                    read => return Ok(read),
                }
            }
            match self.left.pop() {
                Some(next) => self.current = Some(File::open(next)?),
                None => return Ok(0),
            }
        }
    }
}
