"""A Slurm of one node for the length of a test: munged, slurmctld and slurmd of the user who calls, in a folder of their own,
on free ports, without a service manager."""

import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time

PROGRAMS = ("munged", "slurmctld", "slurmd", "sbatch", "squeue", "scancel", "sinfo")

CONFIGURATION = """ClusterName=check
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={controller_port}
SlurmdPort={node_port}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
CredType=cred/munge
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SwitchType=switch/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
ReturnToService=2
KillWait=10
SchedulerParameters=sched_interval=1,batch_sched_delay=0
SlurmdParameters=config_overrides
NodeName={host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


class NoCluster(Exception):
    """Slurm cannot run here; the text says why, with what its programs printed."""


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


class Cluster:
    def __init__(self):
        os.environ["PATH"] += ":/usr/sbin:/sbin"
        missing = [program for program in PROGRAMS if shutil.which(program) is None]
        if missing:
            raise NoCluster(f"not installed: {', '.join(missing)} (Debian: slurmctld, slurmd, slurm-client, munge)")
        self.processes = []
        self.temporary = tempfile.TemporaryDirectory(prefix="w2s-slurm-")
        self.folder = pathlib.Path(self.temporary.name)
        try:
            self.start()
        except BaseException:
            self.stop()
            raise

    def start(self):
        for name in ("state", "spool"):
            (self.folder / name).mkdir()
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(1024))
        key.chmod(0o400)
        controller_port, node_port = free_ports(2)
        host = socket.gethostname().split(".")[0]
        configuration = self.folder / "slurm.conf"
        configuration.write_text(CONFIGURATION.format(
            host=host, controller_port=controller_port, node_port=node_port, folder=self.folder,
            user=subprocess.run(["id", "-un"], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()))
        os.environ["SLURM_CONF"] = str(configuration)
        # --force: the folders above belong to nobody that munged trusts.
        self.launch("munged", "--force", "--foreground", f"--key-file={key}", f"--socket={self.folder}/munge.socket",
                    f"--pid-file={self.folder}/munged.pid", f"--seed-file={self.folder}/munged.seed",
                    f"--log-file={self.folder}/munged.log")
        self.wait_for("munged", lambda: (self.folder / "munge.socket").exists())
        self.launch("slurmctld", "-D", "-f", configuration)
        self.launch("slurmd", "-D", "-f", configuration, "-N", host)
        self.wait_for("a node that is idle", lambda: self.node_state() == "idle")

    def node_state(self):
        return subprocess.run(["sinfo", "--noheader", "--format=%T"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                              check=False).stdout.strip()

    def launch(self, *words):
        with (self.folder / f"{words[0]}.printed").open("w") as printed:
            self.processes.append((words[0], subprocess.Popen(
                list(map(str, words)), stdin=subprocess.DEVNULL, stdout=printed, stderr=printed, start_new_session=True)))

    def wait_for(self, what, is_there, seconds=60):
        deadline = time.monotonic() + seconds
        while not is_there():
            ended = [name for name, process in self.processes if process.poll() is not None]
            if ended or time.monotonic() > deadline:
                raise NoCluster(f"{' and '.join(ended)} ended" if ended else f"no sign of {what} after {seconds} s", self.printed())
            time.sleep(0.1)

    def printed(self):
        return "\n".join(f"--- {file.name}\n{file.read_text(errors='replace')[-3000:]}"
                         for file in sorted(self.folder.glob("*.printed")))

    def queued(self):
        return subprocess.run(["squeue", "--noheader"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                              check=False).stdout.strip()

    def stop(self):
        # Under this configuration alone: the user may have jobs on a cluster of his own.
        if os.environ.get("SLURM_CONF") == str(self.folder / "slurm.conf") and self.queued():
            subprocess.run(["scancel", f"--user={os.getuid()}"], check=False, stderr=subprocess.DEVNULL)
            deadline = time.monotonic() + 30
            while self.queued() and time.monotonic() < deadline:
                time.sleep(0.1)
        for number in (signal.SIGTERM, signal.SIGKILL):
            for _, process in reversed(self.processes):
                if process.poll() is None:
                    process.send_signal(number)
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    pass
        self.temporary.cleanup()
