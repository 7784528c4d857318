Console.WriteLine("XOR is learned.");
