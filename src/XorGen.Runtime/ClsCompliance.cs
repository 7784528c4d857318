// A program that is CLS-compliant may have networks in its public interface.
[assembly: System.CLSCompliant(true)]
